import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedFrom, isNarrowed, MAX_QUERY } from '#lib/radar/explore/asked.ts';
import { FORMATS } from './formats.ts';
import { parameterProblems, parametersOf } from './parameters.ts';

const DATA = new Map<string, readonly string[]>([
	['category', ['Inference', 'Training']],
	['segment', ['Inference', 'Training']],
	['subcategory', ['Inference / Model Serving']],
	['language', ['Go', 'Python', 'none']],
	['project', ['kserve', 'vllm']]
]);
const view = parametersOf(FORMATS.json);
const problemsOf = (search: string, parameters = view) =>
	parameterProblems(new URLSearchParams(search), parameters, (name) => DATA.get(name) ?? null);
const messages = (search: string) => problemsOf(search).map(({ message }) => message);

describe('an address of data', () => {
	test.each([
		'',
		'ring=adopt&ring=trial&category=Inference&language=Go',
		'ring=&q=&segment=',
		'edition=1999-01&model=0.0.1',
		'q=ring%3Aadopt%20kserve&names=off&project=kserve'
	])('takes what the radar’s address takes: ?%s', (search) => {
		expect(problemsOf(search)).toEqual([]);
	});

	test('names an unknown value, the nearest and those it knows', () => {
		expect(problemsOf('ring=ADOPT')).toEqual([
			{
				parameter: 'ring',
				value: 'ADOPT',
				nearest: 'adopt',
				known: ['adopt', 'trial', 'assess', 'hold'],
				message:
					'“ring=ADOPT” is not known. Did you mean “adopt”? It takes adopt, trial, assess, hold.'
			}
		]);
		expect(problemsOf('category=Inferense')).toMatchObject([{ nearest: 'Inference' }]);
		expect(problemsOf('segment=nope')).toMatchObject([{ parameter: 'segment', nearest: null }]);
	});

	test('says how to ask for several values', () => {
		expect(messages('ring=adopt,trial')).toEqual([
			expect.stringContaining('Give each by itself: ring=adopt&ring=trial.')
		]);
	});

	test('names an unknown parameter and the nearest', () => {
		expect(problemsOf('rign=adopt')).toMatchObject([
			{ parameter: 'rign', value: null, nearest: 'ring' }
		]);
		expect(messages('theme=dark')[0]).toContain('“theme” is no parameter of this address.');
		expect(problemsOf('theme=dark', parametersOf(FORMATS.svg))).toEqual([]);
		expect(problemsOf('as=.csv', parametersOf(FORMATS['byor-csv']))).toEqual([]);
		expect(problemsOf('x=1', parametersOf(FORMATS.history))).toMatchObject([
			{ message: expect.stringContaining('takes no parameters') }
		]);
	});

	test('refuses what would be passed over: a second edition, a search that is not understood', () => {
		expect(messages('edition=2026-07&edition=2026-08')).toEqual([
			'“edition” can be given once only.'
		]);
		expect(problemsOf('edition=2026-08&edition=2026-08')).toEqual([]);
		expect(messages('q=ring%3Afoo')[0]).toContain('“ring:foo” is not known');
		expect(messages(`q=${'a'.repeat(MAX_QUERY + 1)}`)).toEqual([
			`“q” has more than ${MAX_QUERY} characters.`
		]);
	});

	test('never gives everything where something is asked that it does not know', () => {
		const facet = fc.constantFrom('ring', 'movement', 'maturity', 'license', 'trend', 'data');
		fc.assert(
			fc.property(facet, fc.string({ minLength: 1, unit: 'grapheme' }), (name, value) => {
				const params = new URLSearchParams([[name, value]]);
				const isRefused = parameterProblems(params, view, () => null).length > 0;
				expect(isRefused || isNarrowed(askedFrom(params)) || value.trim() === '').toBe(true);
			})
		);
	});
});
