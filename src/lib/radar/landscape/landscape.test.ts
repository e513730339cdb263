import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLandscape, type Landscape } from './landscape.ts';
import { formatLandscape } from './file/landscape-file.ts';
import { formatPath } from './path.ts';
import { ownRepository } from './file/merged-items.ts';
import { projectsInScope } from './scope.ts';
import { InputError, readYaml } from '#lib/radar/input/yaml.ts';

const FIXTURE = new URL('../../../../tests/fixtures/landscape-facts.yml', import.meta.url);
const CATEGORIES = ['AI Agent', 'Inference', 'Training', 'Data', 'AI Native Infra'];

const read = (text: string): Landscape => readLandscape(readYaml(text, 'landscape.yml'));
const text = (yaml: string) => yaml.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
const one = (item: string) => `landscape:
  - name: C
    subcategories:
      - name: S
        items:
          - ${item.replaceAll('\n', '\n            ')}`;

describe('the landscape of August 2026', () => {
	const landscape = read(readFileSync(FIXTURE, 'utf8'));
	const scope = projectsInScope(landscape, CATEGORIES);

	test('has 15 categories, 80 subcategories, 2,413 items', () => {
		expect(landscape.categories).toHaveLength(15);
		expect(landscape.categories.flatMap((category) => category.subcategories)).toHaveLength(80);
		expect(landscape.items).toHaveLength(2413);
	});

	test('has 1,014 distinct GitHub repositories, further ones of an item included', () => {
		const names = landscape.items.flatMap(({ repository, additionalRepositories }) => [
			...(repository.kind === 'repository' ? [`${repository.owner}/${repository.name}`] : []),
			...additionalRepositories
		]);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(1014);
	});

	test('files 129 items in the AI group and 61 more by a second path: 190 entries', () => {
		const inside = new Set(CATEGORIES);
		expect(scope.entries).toHaveLength(190);
		expect(scope.entries.filter(({ path }) => inside.has(path.category))).toHaveLength(129);
	});

	test('holds 188 projects after merging Kgateway and TruLens, in 177 repositories', () => {
		expect(scope.projects).toHaveLength(188);
		const repositories = scope.projects.flatMap(({ repository }) =>
			repository.kind === 'repository'
				? [`${repository.owner}/${repository.name}`.toLowerCase()]
				: []
		);
		expect(new Set(repositories).size).toBe(177);
		expect(
			scope.projects.filter(({ repository }) => repository.kind !== 'repository')
		).toHaveLength(11);
		const twice = scope.entries.filter((entry) => {
			const own = ownRepository(entry);
			return own !== null && scope.entries.filter((e) => ownRepository(e) === own).length > 1;
		});
		expect(twice.map(({ name }) => name).sort()).toEqual([
			'Kgateway',
			'Kgateway',
			'TruLens',
			'Trulens'
		]);
	});

	test('keeps the item with the maturity when it merges, and the places of both', () => {
		const kgateway = scope.projects.find(({ name }) => name === 'Kgateway');
		expect(kgateway?.maturity).toBe('sandbox');
		expect(kgateway?.paths).toEqual([{ category: 'AI Native Infra', subcategory: 'Gateway' }]);
		const trulens = scope.projects.find(({ name }) => name === 'TruLens');
		expect(trulens?.paths).toHaveLength(2);
	});

	test('has 29 CNCF projects in the group: 10 graduated, 7 incubating, 12 sandbox', () => {
		const count = (word: string) =>
			scope.projects.filter(({ maturity }) => maturity === word).length;
		expect([count('graduated'), count('incubating'), count('sandbox')]).toEqual([10, 7, 12]);
	});

	test('reports the three second paths that name no place, and mends two of them', () => {
		const found = landscape.defects.filter(({ kind }) => kind === 'unknown-place');
		expect(found.map(({ item, suggestion }) => [item, suggestion])).toEqual([
			['Kyverno', 'Write "AI Native Infra / Governance, Policy and Security".'],
			['Open Policy Agent (OPA)', 'Name an existing `Category / Subcategory`, or remove the line.'],
			['OpenFunction', 'Write "Serverless / Installable Platform".']
		]);
	});

	test('reports the two boxes without a list, which second paths fill', () => {
		const empty = landscape.defects.filter(({ kind }) => kind === 'empty-box');
		expect(empty.map(({ path }) => path)).toEqual([
			'AI Native Infra / Storage',
			'AI Native Infra / Network'
		]);
		const storage = scope.projects.filter(({ paths }) =>
			paths.some(({ subcategory }) => subcategory === 'Storage')
		);
		expect(storage.length).toBeGreaterThan(0);
	});

	test('reports the 27 repositories that several items share, each once, with a line', () => {
		const shared = scope.defects.filter(({ kind }) => kind === 'duplicate');
		expect(shared).toHaveLength(27);
		expect(new Set(shared.map(({ line }) => line)).size).toBe(27);
		const inScope = shared.map(({ item, message }) => `${item}: ${message}`);
		expect(inScope).toContain(
			'Kgateway: the same repository as Kgateway (AI Native Infra / Gateway)'
		);
		expect(inScope).toContain(
			'Flink: the same repository as Apache Flink (Data / Data Architecture)'
		);
	});

	test('reports every one of the 11 entries that lead to no repository, with its line, once', () => {
		const unmeasured = scope.entries.filter(({ repository }) => repository.kind !== 'repository');
		const reported = [...landscape.defects, ...scope.defects].filter(
			({ kind, path, item }) =>
				kind === 'repository' &&
				unmeasured.some((entry) => entry.name === item && path === formatPath(entry.path))
		);
		expect(reported.map(({ item }) => item).sort()).toEqual(
			unmeasured.map(({ name }) => name).sort()
		);
		expect(reported).toHaveLength(11);
		expect(scope.defects.filter(({ kind }) => kind === 'repository')).toHaveLength(7);
		expect(reported.find(({ item }) => item === 'CANN')?.message).toBe(
			'https://gitcode.com/cann is on a host that we do not measure'
		);
	});

	test('offers the five items that are AI but filed elsewhere', () => {
		expect(scope.elsewhere.map(({ name }) => name)).toEqual([
			'Kubeflow',
			'Dapr',
			'Gonzo',
			'HolmesGPT',
			'K8sGPT'
		]);
	});

	test('keeps one project with all its places where an item stands in two boxes', () => {
		for (const name of ['DeepEval', 'Volcano Kthena', 'Apache HBase']) {
			expect(scope.projects.find((project) => project.name === name)?.paths.length, name).toBe(2);
		}
	});

	test('gives every defect its line, what is wrong, and a mend', () => {
		for (const defect of [...landscape.defects, ...scope.defects]) {
			expect(defect.line).toBeGreaterThan(0);
			expect(defect.message).not.toBe('');
			expect(defect.suggestion).not.toBe('');
		}
	});

	test('is read the same from the facts alone', () => {
		const items = [...scope.entries, ...scope.elsewhere];
		const facts = formatLandscape(landscape.categories, items, {
			url: 'x',
			version: null,
			date: '2026-08-07'
		});
		const again = projectsInScope(read(facts), CATEGORIES);
		const plain = ({ line: _, ...project }: (typeof scope.projects)[number]) => project;
		const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
		expect(again.projects.map(plain).sort(byName)).toEqual(scope.projects.map(plain).sort(byName));
	});
});

describe('a landscape file', () => {
	test('may call its list `categories`', () => {
		expect(read('categories:\n  - name: C\n    subcategories: []').categories).toHaveLength(1);
	});

	test('never keys on the marker keys, which may be missing', () => {
		const { items } = read(one('name: A\nhomepage_url: https://a.example'));
		expect(items.map(({ name }) => name)).toEqual(['A']);
	});

	test('is refused when it is no landscape', () => {
		expect(() => read('people: []')).toThrow('landscape.yml: is no landscape');
		expect(() => read('- 1')).toThrow(InputError);
	});

	test.each([
		['no name', 'homepage_url: https://a.example', 'an item without a name'],
		['a number for a name', 'name: 7', 'an item without a name'],
		['an unknown maturity', 'name: A\nproject: hatching', 'is no CNCF maturity'],
		['a date that is none', 'name: A\nextra: { accepted: soon }', 'is no day'],
		['a script for an address', "name: A\nrepo_url: 'javascript:alert(1)'", 'no web address'],
		['a misspelt key', 'name: A\nhomepage: x', 'homepage is no known key of an item'],
		['white space of other kinds', 'name: "A\u00a0"', 'stray white space in the name']
	])('survives an item with %s and reports it', (_, item, message) => {
		const { defects } = read(one(item));
		expect(defects.map((defect) => defect.message).join('\n')).toContain(message);
	});

	test('reads the repository behind odd addresses', () => {
		for (const url of [
			'http://github.com/a/b',
			'https://www.github.com/a/b.git',
			'https://github.com/a/b/'
		]) {
			const item = read(one(`name: A\nrepo_url: ${url}`)).items[0];
			expect(item?.repository, url).toMatchObject({ kind: 'repository', owner: 'a', name: 'b' });
		}
		const organisation = read(one('name: A\nrepo_url: https://github.com/a')).items[0];
		expect(organisation?.repository).toEqual({ kind: 'organization', owner: 'a' });
		const elsewhere = read(one('name: A\nrepo_url: https://gitcode.com/a')).items[0];
		expect(elsewhere?.repository).toEqual({ kind: 'other-host', host: 'gitcode.com' });
	});

	test('may hold anything at all without a crash', () => {
		const odd = text(
			'landscape:\n\t- name: C\n\t\tsubcategories: 5\n\t- 7\n\t- name: D\n\t\tsubcategories:\n\t\t\t- name: S\n\t\t\t\titems: [1, null, {name: A, second_path: [5, "a / b / c"]}]'
		);
		const { items, defects } = read(odd);
		expect(items).toHaveLength(1);
		expect(defects.length).toBeGreaterThan(3);
	});
});
