import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import type { UseKind, UseKinds } from './settings/use-kinds.ts';
import { kindsKnown, useEvidence, type UseSubject } from './use.ts';

const mapping = parsePackages(
	`projects:
  - project: maker/tool
    packages: [{ registry: pypi, name: tool, role: main, verified: 'maker/tool: pyproject.toml', date: 2026-01-01 }]
    adopters: { repository: maker/tool, path: ADOPTERS.md, form: table }
  - { project: maker/bare }
`,
	'packages.yml'
);
const KINDS = model.dimensions.flatMap(({ metrics }) =>
	metrics.flatMap(({ kinds }) => kinds ?? [])
)[0] as UseKinds;
const ON = '2026-08-31';
const head = { repository: 'maker/tool', observedOn: ON, source: 'list' };
const downloads = (value: number, observedOn = ON): UseRow => ({
	...head,
	kind: 'downloads',
	observedOn,
	registry: 'pypi',
	name: 'tool',
	from: `${observedOn.slice(0, 8)}02`,
	to: observedOn,
	value
});
const atMost = (fewerThan: number): UseRow =>
	({ ...downloads(0), value: undefined, fewerThan }) as UseRow;
const adopters = (value: number, observedOn = ON): UseRow => ({
	...head,
	kind: 'adopters',
	observedOn,
	name: 'maker/tool: ADOPTERS.md',
	value
});
const peers = (days: string[], observedOn = ON): UseRow => ({
	...head,
	kind: 'peers',
	observedOn,
	value: days.length,
	usedBy: days.map((on, i) => ({ repository: `user${i}/app`, on, file: 'go.mod' }))
});
const pulls = (value: number, name: string, observedOn = ON): UseRow => ({
	...head,
	...{ kind: 'pulls', registry: 'docker', source: 'docker-hub' },
	observedOn,
	name,
	value
});
const subject = (rows: UseRow[], more: Partial<UseSubject> = {}): UseSubject => ({
	on: ON,
	maturity: null,
	filedOn: '2026-08-07',
	foundation: 'CNCF',
	packages: mapping.of('maker/tool'),
	rows,
	...more
});
const use = (rows: UseRow[], more: Partial<UseSubject> = {}) =>
	useEvidence(subject(rows, more), KINDS);
const withImages = (rows: UseRow[]) => {
	const packages = mapping.of('maker/tool');
	const images = ['maker/bare', 'maker/slim'];
	return use(rows, { packages: packages === null ? null : { ...packages, images } });
};
const part = (kind: UseKind, rows: UseRow[], more: Partial<UseSubject> = {}) =>
	use(rows, more).parts.find((own) => own.kind === kind);
const EIGHT = Array.from({ length: 8 }, () => ON);

describe('the metric', () => {
	test('is the mean of the two strongest kinds that are known', () => {
		const evidence = use([downloads(1_000_000), peers(EIGHT), adopters(3)]);
		const shares = evidence.parts.flatMap((own) =>
			own.state === 'observed' ? [[own.kind, own.counts, own.share] as const] : []
		);
		expect(shares.map(([kind, counts]) => [kind, counts])).toEqual([
			['downloads', true],
			['peers', true],
			['adopters', false]
		]);
		expect(evidence.share).toBeCloseTo((0.5 + Math.log(9) / Math.log(41)) / 2, 3);
		expect(kindsKnown(evidence)).toBe(3);
	});

	test('is the one kind that is known, and none where nothing is', () => {
		expect(use([adopters(50)]).share).toBe(1);
		expect(use([], { maturity: 'incubating' }).share).toBe(0.7);
		expect(use([]).share).toBeNull();
		expect(use([], { packages: null }).share).toBeNull();
	});

	test('has all kinds beside it, counted or not', () => {
		expect(use([]).parts.map(({ kind }) => kind)).toEqual([
			'downloads',
			'peers',
			'adopters',
			'verified',
			'pulls'
		]);
	});
});

describe('what does not apply', () => {
	test.each([
		['downloads', 'no package that would show its use is known to the radar'],
		['peers', 'no name is known under which a manifest would declare it'],
		['adopters', 'no list of adopters is known'],
		['verified', 'the CNCF interviews adopters from incubation on']
	] as const)('%s, with its reason', (kind, reason) => {
		for (const packages of [null, mapping.of('maker/bare')]) {
			expect(part(kind, [], { packages })).toEqual({ kind, state: 'not-applicable', reason });
		}
	});

	test('never counts, and ranks nothing', () => {
		const more = { packages: mapping.of('maker/bare'), maturity: 'graduated' as const };
		expect(use([adopters(50), peers(EIGHT)], more).share).toBe(1);
		expect(kindsKnown(use([adopters(50), peers(EIGHT)], more))).toBe(1);
	});

	test.each(['sandbox', 'archived', null] as const)('the interview of a %s project', (maturity) => {
		expect(part('verified', [], { maturity })?.state).toBe('not-applicable');
	});
});

describe('what is not known', () => {
	test.each([
		['adopters', [adopters(0)], 'no adopter could be read from its list'],
		['adopters', [], 'its list of adopters was not read yet'],
		[
			'adopters',
			[adopters(9, '2026-02-27')],
			'last measured on 27 February 2026, too old to count'
		],
		['peers', [], 'the manifests of the group were not read yet'],
		['peers', [peers(EIGHT, '2026-02-27')], 'last measured on 27 February 2026, too old to count'],
		['downloads', [], 'no month of its downloads was counted yet'],
		['downloads', [downloads(9, '2026-05-30')], 'last counted up to 30 May 2026, too long ago']
	] as [UseKind, UseRow[], string][])('%s: %j', (kind, rows, reason) => {
		expect(part(kind, rows)).toEqual({ kind, state: 'unknown', reason });
	});

	test('container pulls, whether or not an image is known', () => {
		expect(use([]).parts.at(-1)).toMatchObject({ kind: 'pulls', state: 'not-applicable' });
		expect(withImages([]).parts.at(-1)).toEqual({
			kind: 'pulls',
			state: 'unknown',
			reason: 'its container pulls were not read yet'
		});
		expect(withImages([pulls(9, 'maker/bare', '2026-02-27')]).parts.at(-1)).toEqual({
			kind: 'pulls',
			state: 'unknown',
			reason: 'last measured on 27 February 2026, too old to count'
		});
	});
});

describe('container pulls', () => {
	const rows = [
		pulls(900_000_000, 'maker/bare', '2026-08-20'),
		pulls(1_000_000, 'maker/bare'),
		pulls(5_000_000, 'maker/slim'),
		pulls(7_000_000_000, 'maker/dropped')
	];

	test('are those of the most pulled image of the mapping, by its newest count', () => {
		expect(withImages(rows).parts.at(-1)).toMatchObject({
			...{ kind: 'pulls', value: 5_000_000, name: 'maker/slim', observedOn: ON },
			...{ share: 0, counts: false, source: 'docker-hub' }
		});
	});

	test('are a fact that changes no score and is no known kind', () => {
		for (const others of [[], [adopters(9)], [adopters(9), peers(EIGHT)]]) {
			const [without, with_] = [withImages(others), withImages([...others, ...rows])];
			expect(with_.share).toBe(without.share);
			expect(kindsKnown(with_)).toBe(kindsKnown(without));
			expect(with_.parts.slice(0, -1)).toEqual(without.parts.slice(0, -1));
		}
	});
});

test('no peer is a value, and peers read too old to count do not count', () => {
	expect(part('peers', [peers([])])).toMatchObject({ value: 0, share: 0 });
	expect(part('peers', [peers(['2026-02-28', '2026-02-27', ON])])).toMatchObject({
		value: 2,
		usedBy: [{ repository: 'user0/app' }, { repository: 'user2/app' }]
	});
});

test('the newest list counts, with its own day', () => {
	expect(part('adopters', [adopters(5, '2026-07-31'), adopters(9, '2026-06-30')])).toMatchObject({
		value: 5,
		observedOn: '2026-07-31',
		name: 'maker/tool: ADOPTERS.md'
	});
});

test('a package that the list does not hold has a share of at most its bound, not none', () => {
	const seen = part('downloads', [atMost(57_487)]);
	expect(seen).toMatchObject({ isBound: true, value: 57_487 });
	expect(seen?.state === 'observed' && seen.share > 0 && seen.share < 0.2).toBe(true);
});

const counts = fc.integer({ min: 0, max: 1_000_000_000 });
const some = fc.integer({ min: 0, max: 60 });

test('the metric lies between 0 and 1, and more of any kind never lowers its share', () => {
	fc.assert(
		fc.property(counts, some, fc.integer({ min: 1, max: 300 }), (loads, users, names) => {
			const rows = (more: number) => [
				downloads(loads + more),
				peers(Array.from({ length: users + more }, () => ON)),
				adopters(names + more)
			];
			const [less, greater] = [use(rows(0)), use(rows(5))];
			expect(less.share).toBeGreaterThanOrEqual(0);
			expect(greater.share).toBeLessThanOrEqual(1);
			expect(greater.share).toBeGreaterThanOrEqual(less.share ?? 0);
		})
	);
});

test('ten times the downloads move the metric by an eighth at most where another kind is known', () => {
	fc.assert(
		fc.property(counts, some, (loads, users) => {
			const others = [peers(Array.from({ length: users }, () => ON))];
			const moved = (rows: UseRow[], more: UseRow[]) =>
				(use(more).share ?? 0) - (use(rows).share ?? 0);
			const [plain, bought] = [downloads(loads), downloads(loads * 10)];
			const margin = 1e-3;
			expect(moved([plain, ...others], [bought, ...others])).toBeLessThanOrEqual(1 / 8 + margin);
			expect(moved([plain], [bought])).toBeLessThanOrEqual(1 / 4 + margin);
		})
	);
});
