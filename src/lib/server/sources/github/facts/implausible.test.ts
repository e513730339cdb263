import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/radar/observation/observation.ts';
import type { RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import { withoutFallsToZero, withoutFalseEmptiness } from './implausible.ts';

const seen = (
	values: Observation['values'],
	unknown: Observation['unknown'] = {},
	observedOn = '2026-09-15'
): Observation => ({
	repository: 'a/b',
	databaseId: 7,
	observedOn,
	source: 'github',
	mirror: false,
	values,
	notApplicable: {},
	unknown
});

describe('a count of zero', () => {
	const before = seen({ stars: 3_000, forks: 4, releasesTotal: 12 });

	test('where there were many is unknown, on every night that says so', () => {
		const first = withoutFallsToZero(seen({ stars: 0, forks: 0, releasesTotal: 0 }), before);
		expect(first.values).toEqual({ forks: 0 });
		expect(first.unknown).toEqual({
			stars: 'GitHub says 0, after 3,000 on 15 September 2026',
			releasesTotal: 'GitHub says 0, after 12 on 15 September 2026'
		});
		const second = withoutFallsToZero(seen({ stars: 0 }, {}, '2026-09-17'), first);
		expect(second.unknown.stars).toBe(first.unknown.stars);
		expect(withoutFallsToZero(seen({ stars: 2 }), second).values).toEqual({ stars: 2 });
	});

	test('is believed where nothing is known of before, or it was unknown for another reason', () => {
		expect(withoutFallsToZero(seen({ stars: 0 }), null).values).toEqual({ stars: 0 });
		const failed = seen({}, { stars: 'missing from the answer' });
		expect(withoutFallsToZero(seen({ stars: 0 }), failed).values).toEqual({ stars: 0 });
	});
});

describe('an answer that says "empty"', () => {
	const answer: RepositoryAnswer = { databaseId: 7, nameWithOwner: 'a/b', isEmpty: true };
	const head = { defaultBranchRef: { target: { oid: 'a'.repeat(40) } } };
	const gaps = { why: () => 'missing', failed: () => false };
	const ask = (given: Partial<RepositoryAnswer>, history: Observation | null, before = history) =>
		withoutFalseEmptiness({ answer: { ...answer, ...given }, gaps }, { history, before });
	const commits = seen({ commitsTotal: 93 });

	test('is believed of a new repository, and of a stranger under an old name', () => {
		expect(ask({}, null).answer.isEmpty).toBe(true);
		expect(ask({ databaseId: 8 }, commits).answer.isEmpty).toBe(true);
	});

	test.each([
		['names a commit', ask(head, null), 'and names its newest commit'],
		['had commits', ask({}, commits), 'though it had 93 commits'],
		['had commits by a bundled history', ask({}, { ...commits, databaseId: null }), '93 commits'],
		[
			'was doubted the night before',
			ask({}, seen({}), seen({}, { empty: 'GitHub says that it is empty, though …' })),
			'though …'
		]
	])('is doubted where it %s', (_, { answer: read, gaps: { why, failed } }, words) => {
		expect([read.isEmpty, read.root]).toEqual([null, null]);
		expect(why('isEmpty')).toContain(words);
		expect([failed('root'), failed('issues')]).toEqual([true, false]);
	});

	test('of its files is doubted where there are commits', () => {
		const { answer: read, gaps: told } = ask(
			{ ...head, isEmpty: false, root: { entries: [] } },
			null
		);
		expect([read.root, told.why('root')]).toEqual([null, 'GitHub listed no files']);
	});
});
