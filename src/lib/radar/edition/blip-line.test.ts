import { expect, test } from 'vitest';
import { blipLine } from './blip-line.ts';

const STEADY = {
	...{ ring: 'trial' as const, previousRing: 'trial' as const, movement: 'none' as const },
	...{ lacksData: false, newlyMeasured: false, archived: false, borderline: false, notRated: null },
	confidence: 'high' as const
};

test('what moved it comes before what it is', () => {
	const out = { ...STEADY, previousRing: 'adopt' as const, movement: 'out' as const };
	expect(blipLine({ ...out, lacksData: true })).toBe(
		'Was Adopt. Some figures are now too old to count.'
	);
	expect(blipLine({ ...out, newlyMeasured: true })).toBe(
		'Moved out from Adopt because more is known of its use.'
	);
	expect(blipLine({ ...out, borderline: true })).toBe('Moved out from Adopt.');
	expect(blipLine({ ...STEADY, previousRing: null, movement: 'in' })).toBe('Moved in.');
	expect(blipLine({ ...STEADY, previousRing: null, movement: 'new' })).toBe('New in this edition.');
});

test('of one that stayed it tells the doubt, else what the ring means', () => {
	expect(blipLine({ ...STEADY, borderline: true })).toMatch(/^Borderline/);
	expect(blipLine({ ...STEADY, confidence: 'low' })).toBe('Few of its figures are known.');
	expect(blipLine(STEADY)).toBe('Good evidence, some gaps.');
	expect(blipLine({ ...STEADY, archived: true })).toMatch(/archived/);
});

test('without a ring it tells why', () => {
	expect(blipLine({ ...STEADY, ring: null, notRated: 'No repository.' })).toBe('No repository.');
	expect(blipLine({ ...STEADY, ring: null })).toBe('Not rated.');
});
