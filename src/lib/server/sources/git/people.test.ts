import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceFactor, authorKey, isBot } from './people.ts';

describe('isBot', () => {
	test.each([
		['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
		['Copilot', '198982749+Copilot@users.noreply.github.com'],
		['Claude', 'noreply@anthropic.com'],
		['Cursor Agent', 'cursoragent@cursor.com'],
		['Devin AI', '158243242+devin-ai-integration[bot]@users.noreply.github.com'],
		['A Team Member', 'sdk-bot@example.org'],
		['Sweep', 'comment-sweep-agent@users.noreply.github.com'],
		['Knative Automation', 'automation@knative.team'],
		['Lance Release', 'dev@example.org'],
		['QA Bot', 'qa@local'],
		['github-actions', 'github-actions@github.com']
	])('%s <%s> is a program', (name, email) => expect(isBot(name, email)).toBe(true));

	test.each([
		['Alex Boten', 'codeboten@example.org'],
		['Ann Talbot', 'ann@example.org'],
		['Jean Claude', 'jean@example.org'],
		['Agent of Ann', 'ann@example.org'],
		['Robotics Fan', 'fan@example.org'],
		['', '']
	])('%s <%s> is a human', (name, email) => expect(isBot(name, email)).toBe(false));
});

describe('authorKey', () => {
	test.each([
		['Ann', 'Ann@Example.org', 'ann@example.org'],
		['Ben', '123+Ben@users.noreply.github.com', 'ben@users.noreply.github.com'],
		['Ben', '123+ben@example.org', '123+ben@example.org'],
		['Cleo Example', '', 'cleo example']
	])('%s <%s> is %s', (name, email, key) => expect(authorKey(name, email)).toBe(key));
});

describe('absenceFactor', () => {
	test.each([
		[[], 0],
		[[1], 1],
		[[1, 1, 2, 3], 1],
		[[1, 2, 3, 4], 2],
		[[1, 2, 3, 4, 5], 3]
	])('of %j is %d', (authors, factor) => expect(absenceFactor(authors)).toBe(factor));

	test('is at most half of the authors, rounded up', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(5), { minLength: 1 }), (authors) => {
				const factor = absenceFactor(authors);
				expect(factor).toBeGreaterThanOrEqual(1);
				expect(factor).toBeLessThanOrEqual(Math.ceil(new Set(authors).size / 2));
			})
		);
	});
});
