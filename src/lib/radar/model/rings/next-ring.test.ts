import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '#lib/radar/model/curves.ts';
import { gatesThatHold } from '#lib/radar/model/gates/gate-conditions.ts';
import { applyGates } from '#lib/radar/model/gates/gates.ts';
import { nextRing } from './next-ring.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { DimensionPart, NextRing } from '#lib/radar/model/placement.ts';
import { ringOfScore } from './rings.ts';
import { scoreProject } from '#lib/radar/model/score.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import { model } from '../../../../../tests/fixtures/model.ts';
import { HEALTHY, subjectOf, useOf } from '../../../../../tests/fixtures/subject.ts';

function look(values: ObservedValues, filed: Partial<Subject> = {}) {
	const subject = subjectOf({ ...HEALTHY, ...values }, filed);
	const scored = scoreProject(subject, model);
	const score = scored.score ?? 0;
	const scoreRing = ringOfScore(score, model.cut_offs);
	const input = { subject, confidence: scored.confidence.share, communityObserved: 30 };
	const { ring, gates } = applyGates(scoreRing, gatesThatHold(input, model));
	if (ring === null) throw new Error('not rated');
	return {
		...scored,
		score,
		ring,
		next: nextRing(
			{ ring, score, scoreRing, confidence: scored.confidence.share },
			scored.dimensions,
			gates,
			model
		)
	};
}

/** The score once the change that is named has come true. */
function scoreAfter(dimensions: DimensionPart[], change: NonNullable<NextRing['change']>): number {
	const setting = model.dimensions
		.flatMap(({ metrics }) => metrics)
		.find(({ id }) => id === change.metric);
	if (setting === undefined) throw new Error(`no metric ${change.metric}`);
	const number = Number(/(?:: |last )([\d,.]+)/.exec(change.sentence)?.[1]?.replaceAll(',', ''));
	const share = shareOf(setting.curve, setting.curve.kind === 'table' ? 'yes' : number) ?? 0;
	const changed = dimensions.map((dimension) => {
		const metrics = dimension.metrics.map((part) =>
			part.id === change.metric ? { ...part, won: share * part.possible } : part
		);
		return { ...dimension, metrics, won: metrics.reduce((t, part) => t + (part.won ?? 0), 0) };
	});
	return weightedScore(changed) ?? 0;
}

const values = fc.record({
	authors365d: fc.integer({ min: 0, max: 200 }),
	contributorsTotal: fc.integer({ min: 400, max: 3000 }),
	absenceFactor: fc.integer({ min: 2, max: 10 }),
	activeWeeks13: fc.integer({ min: 0, max: 13 }),
	mergedPulls90d: fc.integer({ min: 0, max: 400 }),
	closedPulls90d: fc.integer({ min: 90, max: 215 }),
	forks: fc.integer({ min: 0, max: 8000 }),
	stableReleaseDays365d: fc.integer({ min: 0, max: 6 }),
	highestVersion: fc.constantFrom('0.9.0', '1.2.0'),
	securityPolicy: fc.boolean(),
	lastStableRelease: fc.constantFrom('2025-09-01', '2026-01-01', '2026-08-01')
});

test('there is nothing beyond adopt', () => {
	expect(look({ contributorsTotal: 3000, authors365d: 300, absenceFactor: 9 }).next).toBeNull();
});

describe('the distance', () => {
	test('reaches over the whole band', () => {
		fc.assert(
			fc.property(values, (some) => {
				const { ring, score, next } = look(some);
				if (next === null || ring === 'hold') return;
				expect(next.ring).toBe(ring === 'trial' ? 'adopt' : 'trial');
				const target = model.cut_offs[next.ring as 'adopt' | 'trial'] + model.stability.band;
				expect(next.distance).toBeCloseTo(Math.max(0, target - score), 9);
			})
		);
	});

	test('is 0 where only a gate is in the way, and the gate is named', () => {
		const strong = { contributorsTotal: 900, authors365d: 150, absenceFactor: 8 };
		const { ring, score, next } = look(strong, { maturity: 'sandbox', use: useOf(30, 40) });
		expect(ring).toBe('trial');
		expect(score).toBeGreaterThan(model.cut_offs.adopt + model.stability.band);
		expect(next).toMatchObject({ ring: 'adopt', distance: 0, change: null });
		expect(next?.blockedBy).toEqual([
			'CNCF sandbox projects stop at Trial; its score is enough for Adopt.'
		]);
		expect(next?.lifts).toEqual(['Incubation at the CNCF would lift this limit.']);
	});

	test('from hold leads to assess, past the gate that holds it', () => {
		const { next } = look({ archived: true });
		expect(next).toMatchObject({ ring: 'assess', distance: 0, change: null });
		expect(next?.blockedBy).toHaveLength(1);
	});

	test('a cap that would stop it later is not in the way now', () => {
		const { ring, next } = look(
			{ authors365d: 2, activeWeeks13: 1, mergedPulls90d: 0, forks: 0, absenceFactor: 2 },
			{ maturity: 'sandbox' }
		);
		expect(ring).toBe('assess');
		expect(next).toMatchObject({ ring: 'trial', blockedBy: [] });
	});
});

describe('the single change', () => {
	test('closes the distance when it comes true', () => {
		let seen = 0;
		fc.assert(
			fc.property(values, (some) => {
				const { dimensions, score, next } = look(some);
				if (next?.change == null) return;
				seen += 1;
				expect(scoreAfter(dimensions, next.change)).toBeGreaterThanOrEqual(
					score + next.distance - 1e-6
				);
				expect(next.change.gain).toBeGreaterThanOrEqual(next.distance - 1e-9);
			}),
			{ numRuns: 300 }
		);
		expect(seen).toBeGreaterThan(20);
	});

	test('is never a wish for stars, nor for evidence of use, which has no one value to reach', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 0, max: 2000 }), (some, stars) => {
				expect(['stars', 'use']).not.toContain(look({ ...some, stars }).next?.change?.metric);
			})
		);
	});

	test('is null where no single one is enough', () => {
		const far = look({ authors365d: 1, contributorsTotal: 4, absenceFactor: 2, activeWeeks13: 0 });
		expect(far.next?.distance).toBeGreaterThan(15);
		expect(far.next?.change).toBeNull();
	});
});
