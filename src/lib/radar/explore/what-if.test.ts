import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { placeProject, prepareModel } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import { ringIndex } from '#lib/radar/words/vocabulary.ts';
import {
	isOfficial,
	officialWeights,
	reweigh,
	textFromWeights,
	weightShares,
	weightsFromText,
	whatIfProject,
	type WhatIfProject
} from './what-if.ts';
import { model, settings } from '../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf } from '../../../../tests/fixtures/subject.ts';

const judge = prepareModel({ ...model, stability: { ...model.stability, draws: 1 } });
const placed = (values: ObservedValues, filed: Partial<Subject> = {}): Placement =>
	placeProject(subjectOf({ ...HEALTHY, ...values }, filed), [], EDITION, null, true, judge)
		.placement;
const ready = (placement: Placement): WhatIfProject => {
	const project = whatIfProject({ id: 'a', name: 'A', category: 'Data' }, placement);
	if (project === null) throw new Error('not rated');
	return project;
};
const one = (placement: Placement, weights: number[]) => {
	const [result] = reweigh([ready(placement)], weights, model);
	if (result === undefined) throw new Error('nothing');
	return result;
};

const weights = fc
	.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 })
	.filter((list) => list.some((weight) => weight > 0));
const values: fc.Arbitrary<ObservedValues> = fc.record({
	authors365d: fc.integer({ min: 0, max: 300 }),
	contributorsTotal: fc.integer({ min: 1, max: 3000 }),
	absenceFactor: fc.integer({ min: 1, max: 10 }),
	mergedPulls90d: fc.integer({ min: 0, max: 400 }),
	stars: fc.integer({ min: 0, max: 50_000 })
});

describe('other weights', () => {
	test('that are the official ones give the official rings, in whatever proportion they are written', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 3 }), (some, times) => {
				const placement = placed(some);
				const same = officialWeights(model).map((weight) => weight * times);
				expect(isOfficial(same, model)).toBe(true);
				expect(one(placement, same)).toMatchObject({ ring: placement.ring, movement: 'none' });
			})
		);
	});

	test('give the score that the model with those weights would give', () => {
		fc.assert(
			fc.property(values, weights, (some, list) => {
				const placement = placed(some);
				const shares = weightShares(list);
				let [won, observed] = [0, 0];
				for (const [i, dimension] of placement.dimensions.entries()) {
					const share = shares[i] ?? 0;
					won += share * (dimension.won / dimension.weight);
					observed += share * (dimension.observed / dimension.weight);
				}
				const { score } = one(placement, list);
				if (score === null) expect(observed).toBe(0);
				else expect(score).toBeCloseTo((100 * won) / observed, 2);
			})
		);
	});

	test('only their proportions count', () => {
		fc.assert(
			fc.property(values, weights, (some, list) => {
				const halved = list.map((weight) => weight / 2);
				const [a, b] = [one(placed(some), list), one(placed(some), halved)];
				expect(b.ring).toBe(a.ring);
			})
		);
	});

	test('never open a gate', () => {
		fc.assert(
			fc.property(values, weights, (some, list) => {
				const sandbox = one(placed(some, { maturity: 'sandbox' }), list);
				expect(sandbox.ring === null || ringIndex(sandbox.ring) >= ringIndex('trial')).toBe(true);
				expect(one(placed({ ...some, archived: true }), list).ring ?? 'hold').toBe('hold');
			})
		);
	});

	test('move inward and outward, and say so', () => {
		const people = placed({
			authors365d: 300,
			contributorsTotal: 4000,
			absenceFactor: 10,
			mergedPulls90d: 1,
			activeWeeks13: 4,
			closedPulls90d: 110
		});
		expect(people.ring).toBe('trial');
		expect(one(people, [100, 0, 0, 0, 0, 0, 0])).toMatchObject({ ring: 'adopt', movement: 'in' });
		expect(one(people, [0, 100, 0, 0, 0, 0, 0])).toMatchObject({ ring: 'assess', movement: 'out' });
	});

	test('on what was never observed give no ring', () => {
		const { securityPolicy: _, scorecard: __, ...rest } = HEALTHY;
		const placement = placeProject(subjectOf(rest), [], EDITION, null, true, judge).placement;
		expect(one(placement, [0, 0, 0, 0, 0, 0, 100])).toMatchObject({ ring: null, score: null });
	});
});

test('a project that is not rated has no part in it', () => {
	const placement = placed({}, { noRepository: 'The landscape lists no repository.' });
	expect(whatIfProject({ id: 'a', name: 'A', category: 'Data' }, placement)).toBeNull();
});

describe('weights and their address', () => {
	test('survive it', () => {
		fc.assert(
			fc.property(weights, (list) => {
				expect(weightsFromText(textFromWeights(list), 6)).toEqual(list);
			})
		);
	});

	test.each([
		null,
		'',
		'30',
		'30-20-20-15-10',
		'30-20-20-15-10-5-1',
		'0-0-0-0-0-0',
		'30-20-20-15-10--5',
		'30-20-20-15-10-101',
		'a-b-c-d-e-f',
		'3e1-20-20-15-10-5'
	])('%j are none', (text) => {
		expect(weightsFromText(text, 6)).toBeNull();
	});

	test('whatever stands there, nothing breaks', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const list = weightsFromText(text, 6);
				expect(list === null || list.length === 6).toBe(true);
			})
		);
	});
});

test('every preset can be written in an address', () => {
	expect(settings.presets.length).toBeGreaterThan(0);
	for (const preset of settings.presets) {
		const text = textFromWeights(preset.weights);
		expect(weightsFromText(text, model.dimensions.length)).toEqual(preset.weights);
	}
});
