import { expect, test } from 'vitest';
import { movedForLackOfData } from './lack-of-data.ts';
import type { GateAction, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';

const cutOffs = { adopt: 78, trial: 66, band: 3 };

/** Two metrics of 50 points: what each won, null where it was not measured. */
function stand(won: readonly (number | null)[], gates: GateAction[] = []) {
	const metrics = won.map(
		(points, i) =>
			({
				id: `m${i}`,
				won: points,
				possible: 50,
				state: points === null ? 'unknown' : 'observed'
			}) as MetricPart
	);
	const seen = won.filter((points) => points !== null);
	const scoreRing = ringOfScore((2 * seen.reduce((a, b) => a + b, 0)) / seen.length, cutOffs);
	const caps = gates.some(({ effect, acted }) => effect === 'at-most' && acted);
	const ring: Placement['ring'] = caps && scoreRing === 'adopt' ? 'trial' : scoreRing;
	return { ring, scoreRing, gates, dimensions: [{ metrics } as Placement['dimensions'][number]] };
}
const cap = (id: GateAction['id']): GateAction => ({
	id,
	effect: 'at-most',
	ring: 'trial',
	acted: true,
	sentence: `${id} stops at trial.`
});

test('the score fell because a good value ran out: for lack of data', () => {
	expect(movedForLackOfData(stand([50, 30]), stand([null, 30]), cutOffs)).toBe(true);
});

test('the score fell because a value got worse: a decline', () => {
	expect(movedForLackOfData(stand([50, 30]), stand([40, 20]), cutOffs)).toBe(false);
});

test('a value ran out, and what is known got worse besides: a decline', () => {
	expect(movedForLackOfData(stand([50, 30]), stand([null, 20]), cutOffs)).toBe(false);
});

test('too little is known for the ring that the score still says: for lack of data', () => {
	expect(
		movedForLackOfData(stand([45, 45]), stand([45, null], [cap('low-confidence')]), cutOffs)
	).toBe(true);
});

test('another gate closed, whatever ran out besides: a decline', () => {
	const gates = [cap('one-author'), cap('low-confidence')];
	expect(movedForLackOfData(stand([45, 45]), stand([45, null], gates), cutOffs)).toBe(false);
});

test('who stayed, moved in, is on hold or is not rated did not move out for lack of data', () => {
	const known = stand([45, 45]);
	const lost = stand([null, 30]);
	expect(movedForLackOfData(known, stand([45, null]), cutOffs)).toBe(false);
	expect(movedForLackOfData(lost, known, cutOffs)).toBe(false);
	expect(movedForLackOfData(known, { ...lost, ring: 'hold' }, cutOffs)).toBe(false);
	expect(movedForLackOfData(known, { ...lost, ring: null }, cutOffs)).toBe(false);
});
