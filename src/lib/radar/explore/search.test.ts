import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { emptyFilter, matchingIds, valuesOf, type FacetId } from './filter.ts';
import { createFuzzySearch } from './fuzzy.ts';
import { PREFIX_EXAMPLES } from './query-prefixes.ts';
import { parseQuery } from './query.ts';
import { bestFirst, createSearch } from './search.ts';

const { blips } = makeEditionView({ seed: 5, count: 188 });
const searchStrictly = createSearch(blips);
const forgive = createFuzzySearch(blips);
const search = (text: string) => searchStrictly(text, () => forgive);
const foundBy = (text: string) => {
	const hits = search(text)?.hits;
	return blips.filter(({ id }) => hits?.has(id));
};
const names = (text: string) => foundBy(text).map(({ name }) => name);

describe('words', () => {
	test('are found as they are spelt, in any case', () => {
		expect(names('VLLM')).toEqual(['vLLM']);
		expect(names('kserve')).toEqual(['KServe']);
	});

	test.each([
		['milvs', 'Milvus'],
		['kuberntes', 'Kubernetes'],
		['volcno', 'Volcano'],
		['kserv3', 'KServe'],
		['langhcain', 'LangChain']
	])('forgive the typing error %s', (text, expected) => {
		expect(names(text)).toContain(expected);
	});

	test('find by subcategory, forgiving that too, and say why', () => {
		const result = search('vecter');
		const milvus = result?.why('milvus');
		expect(milvus?.name).toEqual([]);
		expect(milvus?.because?.text).toBe('Vector Database');
		expect(milvus?.because?.ranges[0]?.[0]).toBe(0);
	});

	test('must all be found', () => {
		expect(names('vector milvus')).toEqual(['Milvus']);
		expect(names('milvus zzzz')).toEqual([]);
	});

	test('that nothing holds as spelt are named where they leave few, with what the others find', () => {
		expect(search('milvus vecter')?.problems).toEqual([
			'No project has “vecter” as spelt; “milvus” alone finds 1'
		]);
		expect(search('milvus zzzz')?.problems).toHaveLength(1);
		expect(search('vector milvus')?.problems).toEqual([]);
		expect(search('vecter')?.problems).toEqual([]);
		expect(search('qqqqqqqq zzzz')?.problems).toEqual([]);
	});

	test('that name a box mean all in it, best first, whoever has one of them in the name', () => {
		const result = search('vector database');
		const found = result === null || result === undefined ? [] : bestFirst(result, blips);
		const box = found.filter(({ subcategory }) => subcategory === 'Vector Database');
		expect(box.length).toBeGreaterThan(3);
		expect(found.slice(0, box.length)).toEqual(box);
		const standing = box.filter(({ ring }) => ring !== 'hold').map(({ score }) => score ?? -1);
		expect(standing).toEqual(standing.toSorted((a, b) => b - a));
	});

	test('in quotes stay together', () => {
		expect(names('"apache spark"')).toEqual(['Apache Spark']);
	});

	test('of an address on GitHub find its repository', () => {
		expect(names('https://github.com/milvus/milvus')).toEqual(['Milvus']);
	});

	test('that nothing is called find nothing', () => {
		expect(names('qqqqqqqq')).toEqual([]);
	});

	test('misspelt find nothing where nobody forgives them, and spelt right all the same', () => {
		expect(searchStrictly('milvs', () => null)?.hits.size).toBe(0);
		expect(searchStrictly('milvus', () => null)?.hits).toEqual(new Set(['milvus']));
	});

	test('say why a project was found, and nothing of those that were not', () => {
		const result = search('vector mil');
		expect(result?.why('milvus')).toMatchObject({
			name: [[0, 3]],
			because: { text: 'Vector Database', ranges: [[0, 6]] }
		});
		expect(result?.why('vllm')).toBeUndefined();
	});

	test('mark every word where one text holds them all', () => {
		expect(search('vector datab')?.why('milvus')?.because).toEqual({
			text: 'Vector Database',
			ranges: [
				[0, 6],
				[7, 12]
			]
		});
	});

	test('with a line break between them, which no text has, break nothing', () => {
		expect(search('"milvus\nmilvus"')?.why('milvus')?.name ?? []).toEqual([]);
	});

	test('spelt right are not watered down by what is alike', () => {
		expect(names('kube').every((name) => /kube/i.test(name))).toBe(true);
	});
});

describe('prefixes', () => {
	test('ask for all conditions at once', () => {
		const list = foundBy('ring:adopt,trial lang:go license:permissive stars:>1k');
		expect(list.length).toBeGreaterThan(0);
		for (const blip of list) {
			expect(['adopt', 'trial']).toContain(blip.ring);
			expect(blip.language).toBe('Go');
			expect(blip.licenseClass).toBe('permissive');
			expect(blip.stars).toBeGreaterThan(1000);
		}
	});

	test('go with words that have typing errors', () => {
		expect(foundBy('category:agent milvs').map(({ name }) => name)).toEqual(['Milvus']);
	});

	test.each([
		['stars:>5k', 5001, 5000],
		['stars:>=5k', 5000, 4999],
		['stars:<1.5k', 1499, 1500],
		['stars:<=300', 300, 301],
		['stars:300', 300, 301],
		['stars:1k..10k', 10000, 10001],
		['stars:1m..', 1e6, 999999],
		['stars:..200', 200, 201]
	])('%s draws its line exactly', (text, inside, outside) => {
		const [blip] = blips;
		if (!blip) throw new Error('no blip');
		const holds = (stars: number | null) =>
			parseQuery(text).conditions.every((condition) => condition({ ...blip, stars }));
		expect(holds(inside)).toBe(true);
		expect(holds(outside)).toBe(false);
		expect(holds(null)).toBe(false);
	});

	test('lang:go means Go alone, and short names are understood', () => {
		expect(new Set(foundBy('lang:go').map(({ language }) => language))).toEqual(new Set(['Go']));
		expect(foundBy('lang:ts')).toEqual(foundBy('language:typescript'));
	});

	test('is:not-rated finds what has no ring', () => {
		expect(foundBy('is:not-rated').every(({ ring }) => ring === null)).toBe(true);
		expect(foundBy('is:not-rated')).toEqual(foundBy('ring:not-rated'));
	});

	test('unreadable numbers are reported and leave everything in', () => {
		const result = search('stars:many');
		expect(result?.problems).toHaveLength(1);
		expect(result?.hits.size).toBe(blips.length);
	});

	test('a value that a prefix does not know is reported, with those it knows, and leaves everything in', () => {
		const result = search('ring:adpot');
		expect(result?.problems).toEqual([
			'“ring:adpot” is not known: try adopt, trial, assess, hold, not-rated'
		]);
		expect(result?.hits.size).toBe(blips.length);
		expect(foundBy('ring:adpot,trial')).toEqual(foundBy('ring:trial'));
		expect(foundBy('ring:"not rated"')).toEqual(foundBy('ring:not-rated'));
	});

	test('every value that is listed in the help of a prefix is known to it', () => {
		for (const example of PREFIX_EXAMPLES) expect(parseQuery(example).problems).toEqual([]);
	});

	test('a whole number asks for what is shown as it, and thousands may have commas', () => {
		const [blip] = blips;
		if (!blip) throw new Error('no blip');
		const at = (score: number) => parseQuery('score:80').conditions[0]?.({ ...blip, score });
		expect([79.9, 80, 80.7, 81].map(at)).toEqual([false, true, true, false]);
		expect(foundBy('stars:>5,000')).toEqual(foundBy('stars:>5k'));
		expect(foundBy('stars>5k')).toEqual(foundBy('stars:>5k'));
		expect(foundBy('ring: adopt')).toEqual(foundBy('ring:adopt'));
	});

	test('unknown prefixes are looked for as text', () => {
		expect(parseQuery('colour:red').words).toEqual(['colour:red']);
		expect(parseQuery('constructor:x toString:y').words).toEqual(['constructor:x', 'tostring:y']);
	});

	test('still being typed they ask for nothing', () => {
		for (const text of ['', '  ', 'stars:', 'ring: ', 'ring:,']) {
			expect(search(text)?.hits.size ?? blips.length).toBe(blips.length);
		}
	});
});

describe('a prefix finds what the filter leaves', () => {
	// Many stand at a second place of the landscape; the radar draws each in one segment.
	const twofold = blips.map((blip, i) => {
		const { category, subcategory } = blips[(i * 31) % blips.length] ?? blip;
		return { ...blip, paths: [...blip.paths, { category, subcategory }] };
	});
	const find = createSearch(twofold);
	const found = (text: string) => find(text, () => null)?.hits;
	const valuesIn = (facet: FacetId) => [
		...new Set(twofold.flatMap((blip) => valuesOf(facet, blip)))
	];
	const left = (facet: FacetId, values: readonly string[]) =>
		matchingIds({ ...emptyFilter(), [facet]: values }, twofold);

	test.each([
		['ring', 'ring', ['adopt', 'trial', 'assess', 'hold']],
		['category', 'category', valuesIn('category')],
		['lang', 'language', valuesIn('language')],
		['license', 'license', valuesIn('license')],
		['maturity', 'maturity', valuesIn('maturity')],
		['movement', 'movement', valuesIn('movement')],
		['trend', 'trend', valuesIn('trend')],
		['confidence', 'data', ['high', 'medium', 'low']],
		['is', 'data', ['archived', 'borderline', 'not-rated']]
	] as const)('%s: as %s', (prefix, facet, values) => {
		expect(values.length).toBeGreaterThan(2);
		for (const value of values) {
			expect(found(`${prefix}:"${value}"`), value).toEqual(left(facet, [value]));
		}
	});

	test.each([
		['RAG', ['AI Agent / RAG']],
		['evaluation', ['AI Agent / Evaluation', 'Training / Evaluation']],
		['framework', ['AI Agent / Agent Framework', 'Inference / Framework']],
		['"distributed training"', ['Training / Distributed Training']]
	])('subcategory:%s as the boxes %j', (name, boxes) => {
		expect(found(`subcategory:${name}`)?.size).toBeGreaterThan(0);
		expect(found(`subcategory:${name}`)).toEqual(left('subcategory', boxes));
	});
});

test('no text breaks the search, and every range lies in its text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
			const result = search(text);
			for (const id of result?.hits ?? []) {
				const name = blips.find((blip) => blip.id === id)?.name ?? '';
				let end = 0;
				for (const [from, to] of result?.why(id)?.name ?? []) {
					expect(from).toBeGreaterThanOrEqual(end);
					expect(to).toBeGreaterThan(from);
					expect(to).toBeLessThanOrEqual(name.length);
					end = to;
				}
			}
		}),
		{ numRuns: 60 }
	);
});
