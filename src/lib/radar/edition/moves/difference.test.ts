import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../../tests/fixtures/edition-view.ts';
import { compareEditions as compare } from './difference.ts';
import { type Compared } from './move.ts';
import { metricChanges } from './metric-changes.ts';
import type { Blip, GateAction, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

const [sample] = makeEditionView({ count: 1 }).blips;
if (sample === undefined) throw new Error('the fixture holds no project');

const compareEditions = (before: Compared[], after: Compared[]) =>
	compare(before, {
		edition: { id: '2026-08', date: '2026-08-31', kind: 'month', modelVersion: '1.0.0' },
		standings: after,
		cutOffs: { adopt: 78, trial: 66, band: 3 }
	});

const part = (id: string, possible: number, share: number | null): MetricPart => ({
	id,
	label: id,
	unit: '',
	value: share === null ? null : share * 10,
	share,
	won: share === null ? null : share * possible,
	possible,
	state: share === null ? 'unknown' : 'observed',
	note: null,
	observedOn: null,
	source: null,
	carriedOver: false
});

function standing(
	id: string,
	ring: Ring | null,
	metrics: MetricPart[],
	gates: GateAction[] = []
): Compared {
	const seen = metrics.filter(({ state }) => state === 'observed');
	const won = seen.reduce((sum, { won: points }) => sum + (points ?? 0), 0);
	const observed = seen.reduce((sum, { possible }) => sum + possible, 0);
	const score = ring === null ? null : (100 * won) / observed;
	const placement: Placement = {
		projectId: id,
		editionId: '2026-08',
		modelVersion: '1.0.0',
		ring,
		score,
		scoreRing: ring,
		heldByBand: false,
		notRated: ring === null ? 'Its repository has not been measured yet.' : null,
		confidence: { share: 1, level: 'high' },
		movement: 'none',
		previousRing: null,
		dimensions: [{ id: 'all', label: 'All', won, observed, weight: 100, metrics }],
		gates,
		next: null,
		withoutCncf: null,
		momentum: { trend: null, value: null, reason: 'too little was seen' },
		stability: null,
		smoothed: null,
		pending: null,
		pendingGates: [],
		movedOn: null
	};
	return { blip: { ...(sample as Blip), id, name: id }, placement };
}

describe('comparing two editions', () => {
	const metrics = [part('people', 60, 0.5), part('weeks', 40, 0.5)];

	test.each([
		['trial', 'adopt', 'in'],
		['adopt', 'hold', 'out'],
		['trial', 'trial', null],
		[null, 'assess', 'rated'],
		['assess', null, 'unrated']
	] as const)('%s to %s is "%s"', (was, is, kind) => {
		const [change] = compareEditions([standing('a', was, metrics)], [standing('a', is, metrics)]);
		expect(change?.kind).toBe(kind);
	});

	test('tells who entered and who left', () => {
		const changes = compareEditions(
			[standing('gone', 'trial', metrics)],
			[standing('new', 'assess', metrics)]
		);
		expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
			['gone', 'left'],
			['new', 'entered']
		]);
	});

	test('names the gate that began and the one that ceased to act', () => {
		const gate = (id: GateAction['id'], sentence: string): GateAction => ({
			id,
			effect: 'at-most',
			ring: 'trial',
			acted: true,
			sentence
		});
		const [change] = compareEditions(
			[standing('a', 'trial', metrics, [gate('sandbox', 'sandbox')])],
			[standing('a', 'trial', metrics, [gate('one-author', 'one author')])]
		);
		expect(change?.gates).toEqual([
			{ id: 'one-author', began: true, sentence: 'one author' },
			{ id: 'sandbox', began: false, sentence: 'sandbox' }
		]);
	});

	test('tells when the score itself says another ring', () => {
		const [change] = compareEditions(
			[standing('a', 'assess', [part('people', 100, 0.6)])],
			[standing('a', 'trial', [part('people', 100, 0.7)])]
		);
		expect(change?.says).toEqual({ from: 'assess', to: 'trial' });
	});
});

describe('what metrics did to the score', () => {
	test('a metric that became known counts by how far it lies above the score before', () => {
		const changes = metricChanges(
			standing('a', 'trial', [part('people', 50, 0.6), part('weeks', 50, null)]).placement,
			standing('a', 'trial', [part('people', 50, 0.6), part('weeks', 50, 1)]).placement
		);
		expect(changes).toHaveLength(1);
		expect(changes[0]).toMatchObject({ id: 'weeks', before: null, after: 10 });
		expect(changes[0]?.effect).toBeCloseTo(20, 9);
	});

	test('the effects sum to the difference of the scores', () => {
		const shares = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
			minLength: 4,
			maxLength: 4
		});
		fc.assert(
			fc.property(shares, shares, (was, is) => {
				const parts = (list: (number | null)[]) => [
					part('anchor', 10, 0.5),
					...list.map((share, i) => part(`m${i}`, 10 + i, share))
				];
				const before = standing('a', 'trial', parts(was)).placement;
				const after = standing('a', 'trial', parts(is)).placement;
				const sum = metricChanges(before, after).reduce((all, { effect }) => all + effect, 0);
				// Effects too small to be told are left out: at most 0.05 for each of five metrics.
				expect(Math.abs(sum - ((after.score ?? 0) - (before.score ?? 0)))).toBeLessThan(0.26);
			})
		);
	});
});
