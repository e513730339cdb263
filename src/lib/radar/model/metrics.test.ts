import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsBefore, dayText } from '#lib/radar/words/days.ts';
import { gatherEvidence } from '#lib/radar/observation/evidence.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import type { RawValue } from './metric.ts';
import { metrics } from './metrics.ts';
import { majorVersion } from './release-metrics.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { Subject } from './subject.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import {
	EDITION,
	HEALTHY,
	JUDGED,
	NO_USE,
	observationOf,
	subjectOf,
	useOf
} from '../../../../tests/fixtures/subject.ts';

const none = subjectOf().judgement;
const read = (id: string, values: ObservedValues, filed: Partial<Subject> = {}): RawValue => {
	const metric = metrics[id];
	if (metric === undefined) throw new Error(`no metric ${id}`);
	return metric.read(subjectOf(values, filed), {});
};
const valueOf = (raw: RawValue) => (raw.state === 'observed' ? raw.value : raw.state);

test('every metric of the settings has its function', () => {
	for (const setting of model.dimensions.flatMap((dimension) => dimension.metrics)) {
		expect(Object.keys(metrics)).toContain(setting.id);
		expect(metrics[setting.id]?.read(subjectOf(), setting)).toBeDefined();
	}
});

test.each([
	['authors', 120],
	['contributors', 400],
	['absence-factor', 5],
	['active-weeks', 13],
	['merged-pulls', 200],
	['stars', 9000],
	['forks', 1500],
	['release-age', 21],
	['release-days', 6],
	['version-one', 'yes'],
	['security-policy', 'yes'],
	['scorecard', 7.5],
	['home', 'organization'],
	['documented-use', 'adopters-file']
])('%s of a healthy project is %s', (id, value) => {
	expect(valueOf(read(id, HEALTHY))).toBe(value);
});

test('a Scorecard that GitHub did not tell comes from deps.dev', () => {
	const row: UseRow = {
		...{ kind: 'scorecard', repository: 'maker/tool', observedOn: EDITION.date },
		...{ value: 6.1, source: 'deps.dev' }
	};
	const use = { ...NO_USE, rows: [row] };
	expect(read('scorecard', {}, { use })).toMatchObject({ value: 6.1, source: 'deps.dev' });
	expect(valueOf(read('scorecard', HEALTHY, { use }))).toBe(7.5);
});

describe('use', () => {
	const setting = model.dimensions
		.flatMap(({ metrics: own }) => own)
		.find(({ id }) => id === 'use');
	const of = (filed: Partial<Subject>) =>
		metrics.use?.read(subjectOf(HEALTHY, filed), setting ?? {});

	test('is the mean of the strongest kinds, with every kind beside it, known or not', () => {
		const raw = of({ use: useOf(40, 50), maturity: 'incubating' });
		expect(raw).toMatchObject({
			state: 'observed',
			value: 1,
			observedOn: EDITION.date,
			carriedOver: false,
			note: '3 kinds known; use by others of the group and adopters named count'
		});
		expect(raw?.kinds?.map(({ kind, state }) => [kind, state])).toEqual([
			['downloads', 'not-applicable'],
			['peers', 'observed'],
			['adopters', 'observed'],
			['verified', 'observed'],
			['pulls', 'not-applicable']
		]);
	});

	test('of one kind says so, and of none is unknown', () => {
		expect(of({ use: NO_USE, maturity: 'graduated' })).toMatchObject({
			value: 1,
			note: 'one kind known; adopters interviewed counts'
		});
		expect(of({ use: NO_USE })).toMatchObject({
			state: 'unknown',
			reason: 'no kind of evidence of its use is known'
		});
	});

	test('is carried over where what counts is older than a month and a few days', () => {
		const rows = useOf(40, 50).rows.map((row) => ({ ...row, observedOn: '2026-07-20' }));
		expect(of({ use: { ...useOf(40, 50), rows } })).toMatchObject({ carriedOver: true });
	});
});

describe('releases known from elsewhere', () => {
	const release = (releasedOn: string, version: string, certainty: 'exact' | 'by' = 'exact') => ({
		repository: 'example/project',
		releasedOn,
		version,
		certainty,
		source: 'a-list'
	});
	const releasesElsewhere = {
		last: release('2026-08-01', '0.9.2', 'by'),
		highest: release('2026-05-01', '1.4.0'),
		seenOn: '2026-08-31'
	};
	const { lastStableRelease: _, highestVersion: __, releasesTotal: ___, ...unseen } = HEALTHY;
	const of = (id: string, values: ObservedValues, or_elsewhere = true) =>
		metrics[id]?.read(subjectOf(values, { releasesElsewhere }), { or_elsewhere });

	test('fill age and version where the repository told none, with what the day is worth', () => {
		expect(of('release-age', unseen)).toMatchObject({
			value: 30,
			source: 'a-list',
			note: 'release known from elsewhere, out by that day'
		});
		expect(of('version-one', unseen)).toMatchObject({ value: 'yes', source: 'a-list' });
	});

	test('fill nothing that the repository told, and nothing where the model does not ask', () => {
		expect(of('release-age', HEALTHY)).toMatchObject({ value: 21, source: 'history' });
		expect(of('release-age', unseen, false)?.state).toBe('unknown');
		expect(of('version-one', unseen, false)?.state).toBe('unknown');
	});
});

describe('closed for each opened pull request', () => {
	test('is their ratio', () => {
		expect(valueOf(read('closed-pulls-ratio', { openedPulls90d: 8, closedPulls90d: 6 }))).toBe(
			0.75
		);
	});
	test('does not apply where none was opened', () => {
		const raw = read('closed-pulls-ratio', { openedPulls90d: 0, closedPulls90d: 3 });
		expect(raw.state).toBe('not-applicable');
	});
	test('is unknown where either is', () => {
		expect(read('closed-pulls-ratio', { openedPulls90d: 3 }).state).toBe('unknown');
		expect(read('closed-pulls-ratio', { closedPulls90d: 3 }).state).toBe('unknown');
	});
});

describe('documented use', () => {
	test.each([
		['graduated', false, 'graduated'],
		['incubating', true, 'incubating'],
		['sandbox', true, 'adopters-file'],
		[null, true, 'adopters-file'],
		[null, false, 'unknown'],
		['archived', false, 'unknown']
	] as const)('%s with an ADOPTERS file (%s): %s', (maturity, adopters, value) => {
		expect(valueOf(read('documented-use', { adopters }, { maturity }))).toBe(value);
	});
});

describe('the home', () => {
	const foundation = { ...JUDGED, foundation: 'Apache Software Foundation' };
	const owner = { ...JUDGED, type: 'user' as const };
	test.each([
		['graduated', { ...none, foundation }, 'graduated'],
		['incubating', none, 'incubating'],
		['sandbox', none, 'sandbox'],
		['sandbox', { ...none, foundation }, 'neutral-foundation'],
		[null, { ...none, foundation, owner }, 'neutral-foundation'],
		[null, { ...none, owner }, 'user'],
		[null, none, 'unknown']
	] as const)('filed as %s, our judgement aside: %#', (maturity, judgement, value) => {
		expect(valueOf(read('home', {}, { maturity, judgement }))).toBe(value);
	});
	test('what a crawl saw of the owner goes before our judgement', () => {
		const judgement = { ...none, owner };
		expect(valueOf(read('home', { ownerType: 'organization' }, { judgement }))).toBe(
			'organization'
		);
	});
});

describe('releases', () => {
	test('the age is counted up to the day observed', () => {
		const seen = observationOf({ lastStableRelease: '2026-06-01' }, { observedOn: '2026-06-30' });
		const evidence = gatherEvidence([seen], EDITION, model.carry_over);
		expect(valueOf(read('release-age', {}, { evidence }))).toBe(29);
	});
	test('counted and none stable among them: as old as can be, and no 1.0', () => {
		expect(valueOf(read('release-age', { releasesTotal: 3 }))).toBe('never');
		expect(valueOf(read('version-one', { releasesTotal: 0 }))).toBe('no');
	});
	test('a refused date is unknown, never "no release"', () => {
		const seen = observationOf(
			{ releasesTotal: 9 },
			{ unknown: { lastStableRelease: '2099-01-01 lies after the day observed' } }
		);
		const evidence = gatherEvidence([seen], EDITION, model.carry_over);
		expect(read('release-age', {}, { evidence })).toMatchObject({
			state: 'unknown',
			reason: '2099-01-01 lies after the day observed'
		});
	});
	test('nothing seen is unknown', () => {
		expect(read('release-age', {}).state).toBe('unknown');
		expect(read('version-one', {}).state).toBe('unknown');
	});
	test('none by design: none of the three applies', () => {
		const specification = { ...JUDGED, releases: 'not-applicable' as const };
		const judgement = { ...none, specification };
		for (const id of ['release-age', 'release-days', 'version-one']) {
			expect(read(id, HEALTHY, { judgement }).state).toBe('not-applicable');
		}
	});
	test.each([
		['0.9.12', 'no'],
		['v1.0.0', 'yes'],
		['24.05', 'yes'],
		['2025.1.0', 'not-applicable'],
		['20250101', 'not-applicable']
	])('version %s: %s', (highestVersion, value) => {
		expect(valueOf(read('version-one', { highestVersion }))).toBe(value);
	});
	test('the major version is the first number of the text', () => {
		expect(['v2.3', 'release-0.4', 'latest'].map(majorVersion)).toEqual([2, 0, 0]);
	});
});

describe('audits and the badge', () => {
	test('an audit counts from its day on', () => {
		expect(valueOf(read('audit', {}, { securityAudits: ['2026-08-31'] }))).toBe('yes');
		expect(valueOf(read('audit', {}, { securityAudits: ['2026-09-01'] }))).toBe('unknown');
	});
	test('an audit bears its own day, the last one up to the edition', () => {
		const securityAudits = ['2020-01-01', '2024-05-06', '2026-09-01'];
		const raw = read('audit', {}, { securityAudits, filedOn: '2026-08-15' });
		expect(raw).toMatchObject({ value: 'yes', observedOn: '2024-05-06', source: 'landscape' });
	});
	test('a badge bears the day of the record that files it', () => {
		const raw = read('audit', {}, { badge: true, filedOn: '2026-08-15' });
		expect(raw).toMatchObject({ value: 'yes', observedOn: '2026-08-15', source: 'landscape' });
	});
});

describe('attention that has to last', () => {
	/** The last value of every month, oldest first, ending with the edition's. */
	const stars = (monthly: readonly number[]): RawValue => {
		const seen = monthly.map((value, i) =>
			observationOf(
				{ stars: value },
				{ observedOn: monthsBefore(EDITION.date, monthly.length - 1 - i), source: `month ${i}` }
			)
		);
		const evidence = gatherEvidence(seen, EDITION, model.carry_over);
		return metrics.stars?.read(subjectOf({}, { evidence }), { lasting_months: 12 }) as RawValue;
	};

	test('counts as it was in the middle of the months, with the day and the source of that value', () => {
		expect(stars([100, 120, 140, 160, 90_000])).toMatchObject({
			value: 140,
			observedOn: monthsBefore(EDITION.date, 2),
			source: 'month 2',
			carriedOver: false,
			note: `the median of 5 monthly counts; 90,000 on ${dayText(EDITION.date)}`
		});
	});

	test('takes the lower of two, and the only one there is', () => {
		expect(stars([100, 9000])).toMatchObject({ value: 100 });
		expect(stars([9000])).toMatchObject({ value: 9000, observedOn: EDITION.date });
	});

	test('looks no further back than asked, and at the newest value without being asked', () => {
		expect(
			stars([...new Array<number>(20).fill(5), ...new Array<number>(12).fill(700)])
		).toMatchObject({ value: 700 });
		expect(valueOf(read('stars', { stars: 4 }))).toBe(4);
	});

	test('one month of buying buys nothing, however much', () => {
		const honest = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(honest, fc.integer({ min: 1, max: 1_000_000 }), (list, bought) => {
				const grown = [...list].sort((a, b) => a - b);
				const last = grown.length - 1;
				const pumped = grown.with(last, (grown[last] ?? 0) + bought);
				expect(valueOf(stars(pumped))).toBe(valueOf(stars(grown)));
			})
		);
	});
});
