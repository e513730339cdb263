import { expect, test } from 'vitest';
import type { Observation } from '#lib/radar/observation/observation.ts';
import { Draft } from './draft.ts';
import { readPulls } from './pull-facts.ts';

const gaps = { why: () => 'cut off', failed: () => true };
const answer = (open: number, closed: number, merged: number) => ({
	nameWithOwner: 'o/r',
	open: { totalCount: open },
	closed: { totalCount: closed },
	merged: { totalCount: merged }
});
const before = (values: Observation['values']): Observation => ({
	repository: 'o/r',
	databaseId: 1,
	observedOn: '2026-06-18',
	source: 'github',
	mirror: false,
	values,
	notApplicable: {},
	unknown: {}
});

test('what was opened and closed in 90 days is the difference to the totals of then', () => {
	const draft = new Draft();
	const then = before({ openedPullsTotal: 100, closedPullsTotal: 90 });
	readPulls(draft, answer(12, 20, 85), then, gaps);
	expect(draft.values).toMatchObject({
		openedPullsTotal: 117,
		closedPullsTotal: 105,
		mergedPullsTotal: 85,
		openedPulls90d: 17,
		closedPulls90d: 15
	});
});

test('it is unknown without totals of then, where they fell, and where one part is missing', () => {
	for (const [today, then] of [
		[answer(1, 2, 3), null],
		[answer(1, 2, 3), before({ openedPullsTotal: 100, closedPullsTotal: 2 })],
		[{ ...answer(1, 2, 3), merged: null }, before({ openedPullsTotal: 1, closedPullsTotal: 1 })]
	] as const) {
		const draft = new Draft();
		readPulls(draft, today, then, gaps);
		expect(draft.values.openedPulls90d).toBeUndefined();
		expect(draft.unknown.closedPulls90d).toEqual(expect.any(String));
	}
});
