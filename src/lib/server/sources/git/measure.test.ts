import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	drawn,
	hasTwoParents,
	naiveCount,
	type Drawn
} from '../../../../../tests/git/random-history.ts';
import { daysBefore, MOMENT } from '../../../../../tests/git/scene.ts';
import { HistoryBuilder } from './commits.ts';
import { measureHistory, measureMonthEnds } from './measure.ts';
import { readVersions } from './tags.ts';

const NOW = MOMENT / 1000;
const NO_VERSIONS: never[] = [];

function historyOf(list: readonly Drawn[]) {
	const builder = new HistoryBuilder();
	list.forEach((commit, i) => {
		const { name, email } = commit.author;
		const parents = hasTwoParents(commit, i) ? 2 : Math.min(i, 1);
		builder.add({ time: commit.time, parents, name, email, subject: commit.subject });
	});
	return builder.finish();
}
const commit = (days: number, email: string): Drawn => ({
	author: { person: email, name: email, email } as never,
	subject: 'Mend it',
	time: daysBefore(days),
	merged: 0
});

describe('a history', () => {
	test('gives what a count by hand gives', () => {
		fc.assert(
			fc.property(fc.array(drawn, { maxLength: 60 }), (list) => {
				const { values } = measureHistory(historyOf(list), NO_VERSIONS, NOW);
				const exists = list.some(({ time }) => time > 0 && time <= NOW);
				expect(values).toMatchObject(exists ? naiveCount(list) : {});
				expect(values.commitsTotal !== undefined).toBe(exists);
			})
		);
	});

	test('every field has one outcome', () => {
		fc.assert(
			fc.property(fc.array(drawn, { maxLength: 10 }), (list) => {
				const { values, notApplicable, unknown } = measureHistory(historyOf(list), null, NOW);
				const fields = [values, notApplicable, unknown].flatMap((part) => Object.keys(part));
				expect(fields.sort()).toEqual([...new Set(fields)]);
				expect(fields).toHaveLength(15);
			})
		);
	});

	test('says who wrote the last hundred commits, and how few half of them', () => {
		const last = [...Array(60).fill('ann'), ...Array(30).fill('ben'), ...Array(10).fill('cleo')];
		const before = Array.from({ length: 20 }, (_, i) => commit(200 - i, `old${i}`));
		const list = [...before, ...last.map((email: string, i) => commit(100 - i, email))];
		const { values } = measureHistory(historyOf(list), NO_VERSIONS, NOW);
		expect(values).toMatchObject({ authorsLast100: 3, absenceFactor: 1, contributorsTotal: 23 });
	});

	test('of programs alone has no last human commit, which is not unknown', () => {
		const robot = {
			...commit(3, 'x@example.org'),
			author: { name: 'x[bot]', email: 'x@y' } as never
		};
		const { values, notApplicable } = measureHistory(historyOf([robot]), NO_VERSIONS, NOW);
		expect(values).toMatchObject({ firstCommit: '2026-08-28', commitsTotal: 0, botCommits365d: 1 });
		expect(notApplicable.lastCommit).toBe('no human has committed');
	});

	test('at the end of a past month holds what was there by its last second', () => {
		const history = historyOf([commit(70, 'ann'), commit(31.5, 'ben'), commit(30.5, 'cleo')]);
		const versions = readVersions([{ name: 'v1.0.0', time: daysBefore(40) }]);
		const ends = measureMonthEnds(history, versions, NOW, 12);
		expect(ends.map(({ day, measured }) => [day, measured.values.commitsTotal])).toEqual([
			...[
				['2026-06-30', 1],
				['2026-07-31', 2]
			]
		]);
		expect(ends.map(({ measured }) => measured.values.releasesTotal)).toEqual([0, 1]);
	});
});
