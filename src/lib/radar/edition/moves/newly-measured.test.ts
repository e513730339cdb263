import { expect, test } from 'vitest';
import type { GateAction, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import type { ShownUseKind, UsePart } from '#lib/radar/model/use-share.ts';
import { newlyMeasured } from './newly-measured.ts';

const cutOffs = { adopt: 78, trial: 66, band: 3 };

/** 80 points of other metrics, and 20 of use by the two strongest kinds, each by its share; null: not known. */
function stand(
	rest: number,
	kinds: Partial<Record<ShownUseKind, number | null>>,
	gates: GateAction[] = []
) {
	const known = Object.values(kinds)
		.filter((share) => share !== null)
		.sort((a, b) => b - a)
		.slice(0, 2);
	const share = known.reduce((sum, one) => sum + one, 0) / known.length;
	const parts = Object.entries(kinds).map(
		([kind, own]) =>
			(own === null
				? { kind, state: 'unknown', reason: 'not read yet' }
				: { kind, state: 'observed', share: own, counts: known.includes(own) }) as UsePart
	);
	const use = {
		...{ id: 'use', possible: 20, kinds: parts },
		...(known.length === 0
			? { state: 'unknown', won: null }
			: { state: 'observed', won: 20 * share })
	} as MetricPart;
	const other = { id: 'rest', won: rest, possible: 80, state: 'observed' } as MetricPart;
	const points = known.length === 0 ? [rest, 80] : [rest + 20 * share, 100];
	const scoreRing = ringOfScore((100 * (points[0] ?? 0)) / (points[1] ?? 1), cutOffs);
	const dimensions = [{ metrics: [other, use] } as Placement['dimensions'][number]];
	return { ring: scoreRing as Placement['ring'], scoreRing, gates, dimensions };
}

test('peers that are counted for the first time, and move it alone, are named', () => {
	const before = stand(60, { downloads: 0.9, peers: null });
	const after = stand(60, { downloads: 0.9, peers: 0 });
	expect([before.ring, after.ring]).toEqual(['adopt', 'trial']);
	expect(newlyMeasured(before, after, cutOffs)).toEqual(['peers']);
});

test('it says so of a move inward too', () => {
	const before = stand(60, { peers: null });
	const after = stand(60, { peers: 1 });
	expect([before.ring, after.ring]).toEqual(['trial', 'adopt']);
	expect(newlyMeasured(before, after, cutOffs)).toEqual(['peers']);
});

test('a maturity that the foundation granted since is no new measurement', () => {
	const before = stand(63, { peers: 0.6, verified: null });
	const after = stand(63, { peers: 0.6, verified: 1 });
	expect([before.ring, after.ring]).toEqual(['trial', 'adopt']);
	expect(newlyMeasured(before, after, cutOffs)).toEqual([]);
});

test('where the rest fell far enough by itself it is a decline', () => {
	const before = stand(60, { downloads: 0.9, peers: null });
	expect(newlyMeasured(before, stand(40, { downloads: 0.9, peers: 0 }), cutOffs)).toEqual([]);
});

test('a kind that was known and fell is a decline', () => {
	const before = stand(60, { downloads: 0.9, peers: 0.9 });
	expect(newlyMeasured(before, stand(60, { downloads: 0.9, peers: 0 }), cutOffs)).toEqual([]);
});

test('a gate that began besides decides', () => {
	const gate = { id: 'one-author', effect: 'at-most', ring: 'trial', acted: true, sentence: '' };
	const before = stand(60, { downloads: 0.9, peers: null });
	const after = stand(60, { downloads: 0.9, peers: 0 }, [gate as GateAction]);
	expect(newlyMeasured(before, after, cutOffs)).toEqual([]);
});

test('what stayed did not move by anything', () => {
	const before = stand(79, { downloads: 0.9, peers: null });
	expect(newlyMeasured(before, stand(79, { downloads: 0.9, peers: 0 }), cutOffs)).toEqual([]);
});
