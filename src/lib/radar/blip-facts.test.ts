import { expect, test } from 'vitest';
import { blipFacts } from './blip-facts.ts';

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
		'CNCF sandbox'
	]);
});

test('leaves out what is not known, and says when a licence is not recognised', () => {
	const nothing = { ...known, stars: null, language: null, maturity: null } as const;
	const unrecognised = { licenseClass: 'unknown' } as const;
	expect(blipFacts({ ...nothing, ...unrecognised, license: null })).toEqual([
		'Licence not recognised'
	]);
	expect(blipFacts({ ...nothing, ...unrecognised, license: 'NOASSERTION' })).toEqual([
		'Licence not recognised'
	]);
});
