import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA_STATES, emptyFilter, toggled } from './filter.ts';
import {
	paramsFrom,
	paramsKeeping,
	nothingAsked,
	searchOf,
	unknownIn,
	askedFrom,
	type Asked
} from './asked.ts';
import { LICENSE_CLASSES, MATURITIES, RINGS, TRENDS } from '#lib/radar/words/vocabulary.ts';

const word = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
	.filter((text) => text.trim() !== '');
const closed = (values: readonly string[]) => fc.subarray([...values]);
const open = fc.uniqueArray(word, { maxLength: 4 }).map((list) => [...list].sort());

const views: fc.Arbitrary<Asked> = fc.record({
	query: fc.string({ unit: 'grapheme', maxLength: 40 }),
	filter: fc.record({
		ring: closed(RINGS),
		movement: closed(['new', 'in', 'out', 'none']),
		category: open,
		subcategory: open,
		maturity: closed([...MATURITIES, 'none']),
		license: closed([...LICENSE_CLASSES, 'Apache-2.0', 'MIT']),
		language: open,
		trend: closed([...TRENDS, 'none']),
		data: closed(DATA_STATES)
	}),
	segment: fc.option(word),
	project: fc.option(word),
	edition: fc.option(fc.constantFrom('2026-03', '2026-08', '2026-11-24')),
	names: fc.boolean()
});

describe('a view and its address', () => {
	test('every view survives its address', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(askedFrom(new URLSearchParams(searchOf(view)))).toEqual(view);
			})
		);
	});

	test('an address reads the same after it was written once', () => {
		fc.assert(
			fc.property(fc.webQueryParameters(), (text) => {
				const once = paramsFrom(askedFrom(new URLSearchParams(text)));
				expect(paramsFrom(askedFrom(once)).toString()).toBe(once.toString());
			})
		);
	});

	test('a bare address is the plain view, and the plain view a bare address', () => {
		expect(askedFrom(new URLSearchParams(''))).toEqual(nothingAsked());
		expect(searchOf(nothingAsked())).toBe('?');
	});

	test('what an address asks for in vain is told, what it asks for rightly is not', () => {
		const asked = 'ring=adopt&ring=moon&segment=Nix&category=Whatever&trend=';
		expect(unknownIn(asked, ['Inference'])).toEqual([
			'“ring=moon” is not known: try adopt, trial, assess, hold',
			'“trend=” is not known: try rising, steady, falling, none',
			'No segment is called “Nix”'
		]);
		expect(unknownIn('?ring=trial&segment=Inference', ['Inference'])).toEqual([]);
	});

	test('no view that there is gives an address that is told to be wrong', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(unknownIn(searchOf(view), [view.segment ?? ''])).toEqual([]);
			})
		);
	});

	test('unknown words of closed vocabularies and unknown parameters are left out', () => {
		const view = askedFrom(new URLSearchParams('ring=adopt&ring=moon&colour=red&trend='));
		expect(view).toEqual({ ...nothingAsked(), filter: { ...emptyFilter(), ring: ['adopt'] } });
	});

	test('the order of choosing does not change the address', () => {
		const one = toggled(toggled(emptyFilter(), 'ring', 'hold'), 'ring', 'adopt');
		const params = paramsFrom(askedFrom(paramsFrom({ ...nothingAsked(), filter: one })));
		expect(params.toString()).toBe('ring=adopt&ring=hold');
	});
});

test('a choice keeps the further parameters that a page names, in their order', () => {
	const asked = { ...nothingAsked(), query: 'kube' };
	expect(paramsKeeping(asked, 'cols=facts&q=old&cols=scores&else=1', ['sort', 'cols'])).toBe(
		'q=kube&cols=facts&cols=scores'
	);
});
