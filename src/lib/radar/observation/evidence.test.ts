import { describe, expect, test } from 'vitest';
import { gatherEvidence, noEvidence, ofNewestIdentity } from './evidence.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import { EDITION, observationOf } from '../../../../tests/fixtures/subject.ts';

const month = { date: EDITION.date, kind: 'month' as const };
const night = { date: '2026-11-24', kind: 'night' as const };
const gather = (
	observations: ReturnType<typeof observationOf>[],
	edition: { date: string; kind: 'month' | 'night' } = month
) => gatherEvidence(observations, edition, model.carry_over);

describe('what is known on an edition’s day', () => {
	test('is the newest value, with its day and its source', () => {
		const evidence = gather([
			observationOf({ stars: 10, forks: 2 }, { observedOn: '2026-07-31' }),
			observationOf(
				{ stars: 12, archived: false },
				{ observedOn: '2026-08-20', source: 'github', mirror: true }
			)
		]);
		expect(evidence.get('stars')).toMatchObject({
			state: 'observed',
			value: 12,
			observedOn: '2026-08-20',
			source: 'github',
			mirror: true,
			carriedOver: false
		});
		// The first only counted stars and forks.
		expect(evidence.since).toBe('2026-08-20');
	});

	test('is nothing that was seen later', () => {
		const later = gather([observationOf({ stars: 99 }, { observedOn: '2026-09-01' })]);
		expect(later.get('stars')).toEqual({ state: 'unknown', reason: 'not measured' });
		expect(later.since).toBeNull();
	});

	test('a failure never replaces the last good value, nor becomes a number', () => {
		const good = observationOf({ stars: 10 }, { observedOn: '2026-08-01' });
		const bad = observationOf({}, { unknown: { stars: 'the answer was cut off' } });
		expect(gather([good, bad]).get('stars')).toMatchObject({ state: 'observed', value: 10 });
		expect(gather([bad]).get('stars')).toEqual({
			state: 'unknown',
			reason: 'the answer was cut off'
		});
	});

	test('not applicable replaces older values, with its reason', () => {
		const evidence = gather([
			observationOf({ mergedPulls90d: 3 }, { observedOn: '2026-07-31' }),
			observationOf({}, { notApplicable: { mergedPulls90d: 'it does not name them' } })
		]);
		expect(evidence.get('mergedPulls90d')).toEqual({
			state: 'not-applicable',
			reason: 'it does not name them'
		});
	});
});

describe('what an answer rests on', () => {
	test('is named: values, what does not apply, failures, and the first that was measured', () => {
		const first = observationOf({ commitsTotal: 1 }, { observedOn: '2024-08-31' });
		const value = observationOf({ stars: 1 }, { observedOn: '2026-08-01' });
		const idle = observationOf({ forks: 1 }, { observedOn: '2026-08-02' });
		const other = observationOf(
			{},
			{ notApplicable: { mergedPulls90d: 'no' }, unknown: { license: 'cut off' } }
		);
		const evidence = gather([first, value, idle, other]);
		expect([...evidence.restsOn]).toEqual([first.id]);
		evidence.get('stars');
		expect([...evidence.restsOn]).toEqual([first.id, value.id]);
		evidence.get('mergedPulls90d');
		evidence.get('license');
		evidence.get('scorecard');
		expect([...evidence.restsOn].sort()).toEqual([first.id, value.id, other.id].sort());
	});
});

describe('what is carried over', () => {
	const seen = (observedOn: string) =>
		observationOf(
			{ contributorsTotal: 5, activeWeeks13: 4, firstCommit: '2020-01-01' },
			{ observedOn }
		);

	test.each([
		['2026-08-01', false],
		['2026-07-31', true]
	])('in a month: seen on %s, carried over: %s', (observedOn, carriedOver) => {
		expect(gather([seen(observedOn)]).get('contributorsTotal')).toMatchObject({ carriedOver });
	});

	test('in a month values stay for 184 days, those of a window for 92', () => {
		const states = (observedOn: string) => {
			const evidence = gather([seen(observedOn)]);
			return [evidence.get('contributorsTotal').state, evidence.get('activeWeeks13').state];
		};
		expect(states('2026-05-31')).toEqual(['observed', 'observed']);
		expect(states('2026-05-30')).toEqual(['observed', 'unknown']);
		expect(states('2026-02-28')).toEqual(['observed', 'unknown']);
		expect(states('2026-02-27')).toEqual(['unknown', 'unknown']);
	});

	test('that something does not apply grows as old as a value', () => {
		const said = (observedOn: string, edition = month as Parameters<typeof gather>[1]) =>
			gather(
				[observationOf({}, { observedOn, notApplicable: { mergedPulls90d: 'no' } })],
				edition
			).get('mergedPulls90d');
		expect(said('2026-05-31').state).toBe('not-applicable');
		expect(said('2026-05-30')).toEqual({
			state: 'unknown',
			reason: 'last measured on 30 May 2026, too old to rate'
		});
		expect(said('2026-11-10', night).state).toBe('not-applicable');
		expect(said('2026-11-09', night).state).toBe('unknown');
	});

	test('in a night values stay for 14 days and are fresh for 7', () => {
		const known = (observedOn: string) =>
			gather([seen(observedOn)], night).get('contributorsTotal');
		expect(known('2026-11-17')).toMatchObject({ state: 'observed', carriedOver: false });
		expect(known('2026-11-16')).toMatchObject({ state: 'observed', carriedOver: true });
		expect(known('2026-11-09')).toEqual({
			state: 'unknown',
			reason: 'last measured on 9 November 2026, too old to rate'
		});
	});

	test('that a repository is archived lasts until it is seen otherwise', () => {
		const evidence = gather([observationOf({ archived: true }, { observedOn: '2021-01-31' })]);
		expect(evidence.get('archived')).toMatchObject({ value: true, carriedOver: false });
	});

	test('the day of the first commit does not age', () => {
		const evidence = gather([seen('2021-01-31')]);
		expect(evidence.get('firstCommit')).toMatchObject({ state: 'observed', carriedOver: false });
	});
});

describe('the observation before', () => {
	test('is that of an earlier day, whatever other sources said on the same', () => {
		const evidence = gather([
			observationOf({ lastCommit: '2026-07-01' }, { observedOn: '2026-08-29' }),
			observationOf({ lastCommit: '2026-07-02' }, { source: 'a' }),
			observationOf({ lastCommit: '2026-07-03' }, { source: 'b' })
		]);
		expect(evidence.get('lastCommit')).toMatchObject({ value: '2026-07-03' });
		expect(evidence.before('lastCommit')).toMatchObject({ value: '2026-07-01' });
	});

	test('is unknown when there was none', () => {
		expect(gather([observationOf({ stars: 1 })]).before('stars').state).toBe('unknown');
	});
});

describe('month by month', () => {
	test('the last value of each month is told, the newest first, and no month without one', () => {
		const evidence = gather([
			observationOf({ stars: 1 }, { observedOn: '2025-08-31' }),
			observationOf({ stars: 2 }, { observedOn: '2025-09-01' }),
			observationOf({ stars: 3 }, { observedOn: '2026-06-02' }),
			observationOf({ stars: 4 }, { observedOn: '2026-06-30', source: 'b' }),
			observationOf({ forks: 9 }, { observedOn: '2026-07-31' }),
			observationOf({ stars: 5 }, { observedOn: '2026-08-31' }),
			observationOf({ stars: 6 }, { observedOn: '2026-09-01' })
		]);
		expect(evidence.monthly('stars', 12).map(({ value }) => value)).toEqual([5, 4, 2]);
		expect(evidence.monthly('stars', 12)[1]).toMatchObject({
			observedOn: '2026-06-30',
			source: 'b',
			mirror: false
		});
		expect(evidence.monthly('openIssues', 12)).toEqual([]);
	});
});

test('without a repository nothing is known, with that reason', () => {
	const evidence = noEvidence(EDITION, 'The landscape lists no repository.');
	expect(evidence.get('stars')).toEqual({
		state: 'unknown',
		reason: 'The landscape lists no repository.'
	});
	expect(evidence.monthly('stars', 12)).toEqual([]);
	expect(evidence.since).toBeNull();
});

describe('another repository under the name', () => {
	const seen = (databaseId: number | null, observedOn: string) => ({
		...observationOf({ stars: 1 }, { observedOn }),
		databaseId
	});
	const days = (...rows: ReturnType<typeof seen>[]) =>
		ofNewestIdentity(rows).map(({ observedOn }) => observedOn);

	test('inherits nothing from before; rows without a number belong to the first', () => {
		const [a, b, c] = [seen(null, '2026-06-30'), seen(1, '2026-07-31'), seen(2, '2026-08-20')];
		expect(days(a, b)).toEqual(['2026-06-30', '2026-07-31']);
		expect(days(a, b, c)).toEqual(['2026-08-20']);
		expect(days(a)).toEqual(['2026-06-30']);
	});
});
