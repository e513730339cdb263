import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceFactor, authorKey, isBot } from './people.ts';

const someone = (given: Partial<Parameters<typeof isBot>[0]>) => ({
	login: null,
	name: null,
	email: null,
	...given
});

describe('isBot', () => {
	test.each([
		'dependabot[bot]',
		'renovate-bot',
		'k8s-ci-robot',
		'github-actions',
		'my-project-bot',
		'cla-bot',
		'Copilot-swe'
	])('%s is a bot', (login) => expect(isBot(someone({ login }))).toBe(true));
	test.each(['octocat', 'talbot', 'abbott', 'robotics-fan', 'botanist'])('%s is a human', (login) =>
		expect(isBot(someone({ login }))).toBe(false)
	);
	test('an address tells where the account is missing', () => {
		expect(
			isBot(
				someone({ name: 'Someone', email: '49699333+dependabot[bot]@users.noreply.github.com' })
			)
		).toBe(true);
	});
});

describe('authorKey', () => {
	test('takes the account before the address before the name', () => {
		expect(authorKey({ login: 'Octo', name: 'n', email: 'e' })).toBe('login octo');
		expect(authorKey({ login: null, name: 'n', email: 'E@x' })).toBe('email e@x');
		expect(authorKey({ login: null, name: 'N', email: null })).toBe('name n');
		expect(authorKey({ login: null, name: null, email: null })).toBeNull();
	});
});

describe('absenceFactor', () => {
	test.each([
		[[], 0],
		[['a'], 1],
		[['a', 'a', 'b', 'c'], 1],
		[['a', 'b', 'c', 'd'], 2],
		[['a', 'b', 'c', 'd', 'e'], 3]
	])('of %j is %d', (keys, factor) => expect(absenceFactor(keys)).toBe(factor));

	test('never exceeds half of the authors, rounded up', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }),
				(keys) => {
					const factor = absenceFactor(keys);
					expect(factor).toBeGreaterThanOrEqual(1);
					expect(factor).toBeLessThanOrEqual(Math.ceil(new Set(keys).size / 2) + 0);
				}
			)
		);
	});
});
