import { expect, test } from 'vitest';
import { blipFacts, factDays } from './blip-facts.ts';

const known = {
	stars: 12_480,
	language: 'Go',
	license: 'Apache-2.0',
	licenseClass: 'permissive',
	maturity: 'sandbox'
} as const;

test('tells stars, language, licence with its class, and maturity', () => {
	expect(blipFacts(known)).toEqual([
		'12,480 stars',
		'Go',
		'Apache-2.0, permissive',
		'Sandbox project'
	]);
});

test('leaves out what is not known, and says of a licence whether it is unseen or not recognised', () => {
	const nothing = { ...known, stars: null, language: null, maturity: null } as const;
	const unrecognised = { licenseClass: 'unknown' } as const;
	expect(blipFacts({ ...nothing, ...unrecognised, license: null })).toEqual(['Licence not known']);
	expect(blipFacts({ ...nothing, ...unrecognised, license: 'NOASSERTION' })).toEqual([
		'Licence not recognised'
	]);
});

const seen = (field: string, observedOn: string) => ({
	field,
	value: 1,
	observedOn,
	source: 'history',
	mirror: false
});

test('tells when the facts were seen, those of one day together', () => {
	const observed = [
		seen('license', '2026-05-27'),
		seen('forks', '2026-08-01'),
		seen('languages', '2026-05-27'),
		seen('stars', '2026-08-22')
	];
	expect(factDays(observed, '2026-08-31')).toBe(
		'Stars: 22 August 2026; language, licence: 27 May 2026'
	);
	expect(factDays([seen('forks', '2026-08-01')], '2026-08-31')).toBeNull();
	const none = { ...seen('languages', '2026-07-02'), value: [] };
	expect(factDays([none, seen('stars', '2026-08-22')], '2026-08-31')).toBe('Stars: 22 August 2026');
});
