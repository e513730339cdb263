import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleMonth } from './hysteresis.ts';
import { cutOffsOf } from './ring-bounds.ts';
import {
	bandText,
	distanceText,
	gainText,
	heldText,
	passedText,
	turnText
} from './ring-bounds-words.ts';
import { ringOfScore } from './rings.ts';
import { shownScore } from '#lib/radar/words/numbers.ts';
import { modelWithCutOffs } from '../../../../../tests/fixtures/model.ts';

const model = modelWithCutOffs({ adopt: 78, trial: 66 });

const cutOffs = cutOffsOf(model);
const score = fc.double({ min: 0, max: 100, noNaN: true });

describe('why the score says another ring', () => {
	test.each([
		[
			'assess',
			'trial',
			71.6,
			'The score rose past 69, where Trial starts, so it moved from Assess to Trial.'
		],
		[
			'assess',
			'adopt',
			85,
			'The score rose past 81, where Adopt starts, so it moved from Assess to Adopt.'
		],
		[
			'trial',
			'assess',
			62.9,
			'The score fell below 63, the lowest that keeps Trial, so it moved from Trial to Assess.'
		],
		[
			'adopt',
			'trial',
			74,
			'The score fell below 75, the lowest that keeps Adopt, so it moved from Adopt to Trial.'
		],
		[
			'adopt',
			'assess',
			40,
			'The score fell below 63, the lowest that keeps Trial, so it moved from Adopt to Assess.'
		]
	] as const)('%s to %s', (from, to, at, said) => {
		expect(turnText(from, to, at, cutOffs)).toBe(said);
	});

	test('a bound that was crossed in between is named, but not as if the score stood beyond it', () => {
		expect(turnText('assess', 'trial', 67, cutOffs)).toBe(
			'The score is now enough for Trial, no longer Assess (Trial: 69 to get in, 63 to stay).'
		);
		expect(turnText('trial', 'assess', 64, cutOffs)).toContain('(Trial: 69 to get in, 63 to stay)');
	});

	test('between two months the bound is always named as passed', () => {
		fc.assert(
			fc.property(score, score, (was, is) => {
				const held = ringOfScore(was, cutOffs);
				const before = { scoreRing: held, smoothed: null, pending: null, movedOn: null };
				const { scoreRing } = settleMonth(is, before, '2026-08-31', model);
				if (scoreRing === held) return;
				expect(passedText(held, scoreRing, is, cutOffs)).toMatch(/past|below/);
			})
		);
	});

	test('hold is no matter of the score', () => {
		expect(passedText('trial', 'hold', 20, cutOffs)).toBeNull();
		expect(passedText('hold', 'assess', 80, cutOffs)).toBeNull();
	});
});

describe('a score that says a ring in whose part it does not lie', () => {
	test.each([
		[78.35, 'trial', '78.3 is not yet enough for Adopt, which starts at 81'],
		[76.4, 'adopt', '76.4 keeps Adopt, which it leaves below 75'],
		[68.7, 'assess', '68.7 is not yet enough for Trial, which starts at 69'],
		[85, 'trial', '85.0 is enough for Adopt once the score has stayed above 81'],
		[70, 'adopt', '70.0 keeps Adopt until the score has stayed below 75'],
		[85, 'adopt', null],
		[20, 'assess', null]
	] as const)('%s, %s', (at, says, said) => {
		expect(heldText(at, says, cutOffs)).toBe(said);
	});

	test('speaks exactly where the score lies elsewhere', () => {
		const ring = fc.constantFrom('adopt' as const, 'trial' as const, 'assess' as const);
		fc.assert(
			fc.property(score, ring, (at, says) => {
				expect(heldText(at, says, cutOffs) === null).toBe(ringOfScore(at, cutOffs) === says);
			})
		);
	});
});

test('the way to the next ring names where it is entered, and answers why the cut-off is not enough', () => {
	expect(distanceText({ ring: 'trial', distance: 9 }, 60, cutOffs)).toBe(
		'It needs 9.0 points more for Trial (69 to get in, 63 to stay).'
	);
	expect(distanceText({ ring: 'adopt', distance: 2.65 }, 78.35, cutOffs)).toBe(
		'It needs 2.7 points more for Adopt (81 to get in, 75 to stay).'
	);
	expect(distanceText({ ring: 'adopt', distance: 0 }, 85, cutOffs)).toBeNull();
	expect(distanceText({ ring: 'assess', distance: 0 }, 85, cutOffs)).toBeNull();
});

const pointsIn = (text: string | null): number =>
	Number(/needs ([\d.]+) points/.exec(text ?? '')?.[1]);

test('the points that are missing and the score as shown make up the bound', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 80.9999, noNaN: true }), (at) => {
			const text = distanceText({ ring: 'adopt', distance: 81 - at }, at, cutOffs);
			expect(pointsIn(text) + shownScore(at)).toBeCloseTo(81, 6);
		})
	);
});

test('a change that closes the distance never looks smaller than it', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 80.9999, noNaN: true }), (at) => {
			const text = distanceText({ ring: 'adopt', distance: 81 - at }, at, cutOffs);
			expect(Number(gainText(81 - at))).toBeGreaterThanOrEqual(pointsIn(text) - 0.0001);
		})
	);
});

test('the legend of the bands takes its numbers from the model', () => {
	expect(bandText({ adopt: 80, trial: 60, band: 2 })).toContain('Trial at 62 and Adopt at 82');
	expect(bandText({ adopt: 80, trial: 60, band: 2 })).toContain('below 58 and 78');
});
