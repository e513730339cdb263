import { expect, test } from 'vitest';
import { changesOf, exampleNights, runsOf } from './nights-example.ts';
import { model } from '../../../tests/fixtures/model.ts';

const nights = exampleNights(model);

test('the example moves once, long after bare cut-offs have flickered', () => {
	expect(changesOf(nights.map(({ ring }) => ring))).toBe(1);
	expect(changesOf(nights.map(({ bare }) => bare))).toBeGreaterThan(5);
	expect(nights.at(-1)).toMatchObject({ ring: 'adopt', bare: 'adopt' });
});

test('the example is the same every time', () => {
	expect(exampleNights(model)).toEqual(nights);
});

test('nights in a row with one ring are told as one', () => {
	expect(runsOf(['trial', 'trial', 'adopt', 'trial'])).toEqual([
		{ ring: 'trial', from: 0, nights: 2 },
		{ ring: 'adopt', from: 2, nights: 1 },
		{ ring: 'trial', from: 3, nights: 1 }
	]);
	expect(changesOf([])).toBe(0);
});
