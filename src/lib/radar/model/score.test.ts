import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { parseObservation } from '#lib/radar/observation/observation.ts';
import { scoreProject, type Scored } from './score.ts';
import { weightedScore } from './weighted-score.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import {
	EDITION,
	HEALTHY,
	JUDGED,
	longAgo,
	NO_USE,
	observationOf,
	subjectOf,
	useOf
} from '../../../../tests/fixtures/subject.ts';
import { gatherEvidence } from '#lib/radar/observation/evidence.ts';

const partOf = (scored: Scored, id: string) => {
	const part = scored.dimensions.flatMap(({ metrics }) => metrics).find((m) => m.id === id);
	if (part === undefined) throw new Error(`no metric ${id}`);
	return part;
};
const scoreFor = (values: ObservedValues, filed = {}) =>
	scoreProject(subjectOf(values, filed), model);

describe('a score', () => {
	test('is the points won of the points observed, to the digit', () => {
		// authors 10·ln(121/4)/ln(151/4) + contributors 9·ln(401/6)/ln(2001/6) + absence 7·.8
		// + weeks 8 + pulls 5·ln(201)/ln(301) + ratio 4·(205/210-.5)/.5
		// + stars 4·ln(9001/101)/ln(40001/101) + forks 3·ln(1501/21)/ln(6001/21)
		// + use 20·(peers ln(4)/ln(41) + adopters ln(5/3)/ln(51/3))/2
		// + organisation 15·.35 + release 4 + days 3 + version 3 + policy 2 + scorecard .75, of 98
		const won =
			(10 * Math.log(121 / 4)) / Math.log(151 / 4) +
			(9 * Math.log(401 / 6)) / Math.log(2001 / 6) +
			7 * 0.8 +
			8 +
			(5 * Math.log(201)) / Math.log(301) +
			4 * ((205 / 210 - 0.5) / 0.5) +
			(4 * Math.log(9001 / 101)) / Math.log(40001 / 101) +
			(3 * Math.log(1501 / 21)) / Math.log(6001 / 21) +
			10 * (Math.log(4) / Math.log(41) + Math.log(5 / 3) / Math.log(51 / 3)) +
			15 * 0.35 +
			4 +
			3 +
			3 +
			2 +
			0.75;
		const scored = scoreFor(HEALTHY);
		expect(scored.score).toBeCloseTo((100 * won) / 98, 9);
		expect(scored.confidence).toEqual({ share: 0.98, level: 'high' });
	});

	test('of a project with nothing observed is null', () => {
		const scored = scoreProject(
			subjectOf(
				{},
				{
					evidence: gatherEvidence([], EDITION, model.carry_over),
					use: NO_USE
				}
			),
			model
		);
		expect(scored.score).toBeNull();
		expect(scored.confidence).toEqual({ share: 0, level: 'low' });
	});

	test('of the best in everything is 100', () => {
		const best = {
			...HEALTHY,
			contributorsTotal: 5000,
			authors365d: 500,
			absenceFactor: 20,
			mergedPulls90d: 900,
			closedPulls90d: 400,
			stars: 90_000,
			forks: 20_000,
			scorecard: 10
		};
		const filed = { maturity: 'graduated' as const, badge: true, use: useOf(40, 50) };
		expect(scoreFor(best, filed).score).toBeCloseTo(100, 9);
		expect(scoreFor(best, filed).confidence.share).toBe(1);
	});

	test('of the worst in everything is 0 apart from its owner', () => {
		const worst = {
			firstCommit: '2020-01-01',
			lastCommit: '2026-08-01',
			contributorsTotal: 1,
			authors365d: 1,
			absenceFactor: 1,
			activeWeeks13: 0,
			mergedPulls90d: 0,
			stars: 0,
			forks: 0,
			releasesTotal: 0,
			stableReleaseDays365d: 0,
			securityPolicy: false,
			ownerType: 'user' as const
		};
		const scored = scoreFor(worst, { use: useOf(0, 1) });
		expect(scored.dimensions.map(({ won }) => won)).toEqual([0, 0, 0, 0, 1.5, 0, 0]);
	});
});

describe('stars', () => {
	test('count only as far as the contributors bear them out', () => {
		const scored = scoreFor({ ...HEALTHY, stars: 40_000, contributorsTotal: 20 });
		const contributors = partOf(scored, 'contributors').share ?? 0;
		expect(contributors).toBeLessThan(0.3);
		expect(partOf(scored, 'stars').share).toBeCloseTo(contributors + 0.35, 12);
		expect(partOf(scored, 'stars').note).toContain('contributors');
	});

	test('are not capped where the contributors are unknown', () => {
		const { contributorsTotal: _, ...values } = HEALTHY;
		expect(partOf(scoreFor({ ...values, stars: 40_000 }), 'stars').share).toBe(1);
	});
});

describe('what is missing', () => {
	const without = (field: keyof typeof HEALTHY): ObservedValues => {
		const values: ObservedValues = { ...HEALTHY };
		delete values[field];
		return values;
	};

	test('leaves numerator and denominator alike, and lowers the confidence', () => {
		const whole = scoreFor(HEALTHY);
		const scored = scoreFor(without('forks'));
		const part = partOf(scored, 'forks');
		expect(part).toMatchObject({ state: 'unknown', value: null, won: null, note: 'not measured' });
		const attention = scored.dimensions.find(({ id }) => id === 'attention');
		expect(attention?.observed).toBe(4);
		expect(scored.confidence.share).toBeCloseTo(0.95, 12);
		const forks = partOf(whole, 'forks').won ?? 0;
		const won = ((whole.score ?? 0) * 98) / 100 - forks;
		expect(scored.score).toBeCloseTo((100 * won) / 95, 9);
	});

	test('does not lower the confidence when it does not apply', () => {
		const seen = observationOf(without('mergedPulls90d'), {
			notApplicable: { mergedPulls90d: 'it does not name pull requests' }
		});
		const evidence = gatherEvidence([longAgo(), seen], EDITION, model.carry_over);
		const scored = scoreProject(subjectOf(HEALTHY, { evidence }), model);
		expect(partOf(scored, 'merged-pulls').state).toBe('not-applicable');
		expect(scored.confidence.share).toBeCloseTo(93 / 95, 12);
	});

	test.each([
		['a negative count', { stars: -1 }, 'stars'],
		['a number that is none', { forks: null }, 'forks'],
		['a release before the first commit', { lastStableRelease: '2019-12-31' }, 'release-age']
	])('%s is flagged and unknown with its reason, and the rest scores', (_, spoilt, metric) => {
		const line = { ...observationOf({ ...HEALTHY }), id: undefined, databaseId: undefined };
		const text = JSON.stringify({ ...line, values: { ...HEALTHY, ...spoilt } });
		const seen = { ...parseObservation(text), id: 1 };
		const evidence = gatherEvidence([longAgo(), seen], EDITION, model.carry_over);
		const scored = scoreProject(subjectOf(HEALTHY, { evidence }), model);
		expect(partOf(scored, metric)).toMatchObject({ state: 'unknown', won: null });
		expect(partOf(scored, metric).note).toMatch(/implausible value|lies before the first commit/);
		const others = scored.dimensions.flatMap(({ metrics }) => metrics);
		expect(others.filter(({ state }) => state === 'observed').length).toBeGreaterThan(12);
	});

	test('a word that the table does not hold is unknown, not zero', () => {
		const home = model.dimensions.find(({ id }) => id === 'governance')?.metrics[0];
		if (home?.curve.kind !== 'table') throw new Error('home has a table');
		const { organization: _, ...shares } = home.curve.shares;
		const smaller = {
			...model,
			dimensions: model.dimensions.map((d) =>
				d.id === 'governance'
					? { ...d, metrics: [{ ...home, curve: { kind: 'table' as const, shares } }] }
					: d
			)
		};
		const part = partOf(scoreProject(subjectOf(), smaller), 'home');
		expect(part).toMatchObject({ state: 'unknown', won: null });
		expect(part.note).toContain('organization');
	});
});

describe('confidence', () => {
	test('is a tenth less when anything was carried over', () => {
		const july = observationOf({ stars: 9000 }, { observedOn: '2026-07-20' });
		const { stars: _, ...rest } = HEALTHY;
		const evidence = gatherEvidence(
			[longAgo(), july, observationOf(rest)],
			EDITION,
			model.carry_over
		);
		const scored = scoreProject(subjectOf(HEALTHY, { evidence }), model);
		expect(partOf(scored, 'stars').carriedOver).toBe(true);
		expect(scored.confidence.share).toBeCloseTo(0.98 * 0.9, 12);
	});

	test('of a night takes what is younger than the settings say as fresh', () => {
		const night = { date: '2026-08-31', kind: 'night' as const };
		const { contributorsTotal, ...rest } = HEALTHY;
		const carried = (observedOn: string, nightly_fresh_days: number) => {
			const weekly = observationOf({ contributorsTotal }, { observedOn });
			const rules = { ...model.carry_over, nightly_fresh_days };
			const evidence = gatherEvidence([longAgo(), weekly, observationOf(rest)], night, rules);
			return partOf(scoreProject(subjectOf(HEALTHY, { evidence }), model), 'contributors')
				.carriedOver;
		};
		expect(carried('2026-08-24', 7)).toBe(false);
		expect(carried('2026-08-23', 7)).toBe(true);
		expect(carried('2026-08-23', 8)).toBe(false);
	});

	test('is a tenth less with fewer than 90 days of history', () => {
		const on = (first: string) => {
			const seen = [
				observationOf({ commitsTotal: 1 }, { observedOn: first }),
				observationOf(HEALTHY)
			];
			const evidence = gatherEvidence(seen, EDITION, model.carry_over);
			return scoreProject(subjectOf(HEALTHY, { evidence }), model).confidence.share;
		};
		expect(on('2026-06-03')).toBeCloseTo(0.98 * 0.9, 12);
		expect(on('2026-06-02')).toBeCloseTo(0.98, 12);
	});

	test('counts no star of a list as history: only nights and months that were measured', () => {
		const seen = [
			observationOf({ stars: 1, forks: 1 }, { observedOn: '2024-01-31', source: 'a-list' }),
			observationOf(HEALTHY)
		];
		const evidence = gatherEvidence(seen, EDITION, model.carry_over);
		const { share } = scoreProject(subjectOf(HEALTHY, { evidence }), model).confidence;
		expect(share).toBeCloseTo(0.98 * 0.9, 12);
	});

	test('has three levels: high from 85%, medium from 60%', () => {
		const { authors365d, contributorsTotal, absenceFactor, activeWeeks13 } = HEALTHY;
		const community = { authors365d, contributorsTotal, absenceFactor };
		expect(scoreFor(HEALTHY).confidence.level).toBe('high');
		expect(scoreFor({ ...community, activeWeeks13 }).confidence).toEqual({
			share: 0.54,
			level: 'low'
		});
		expect(
			scoreFor({ ...community, activeWeeks13, stars: 1, securityPolicy: true }).confidence
		).toEqual({ share: 0.6, level: 'medium' });
	});
});

/** Fields that only ever raise a score, with plausible values. */
const RISING = {
	authors365d: 400,
	contributorsTotal: 6000,
	absenceFactor: 12,
	activeWeeks13: 13,
	mergedPulls90d: 900,
	closedPulls90d: 400,
	stars: 90_000,
	forks: 20_000,
	stableReleaseDays365d: 9,
	scorecard: 10
} as const;
const upTo = (field: keyof typeof RISING) => fc.integer({ min: 0, max: RISING[field] });
const values = fc.record({
	authors365d: upTo('authors365d'),
	contributorsTotal: upTo('contributorsTotal'),
	absenceFactor: upTo('absenceFactor'),
	activeWeeks13: upTo('activeWeeks13'),
	mergedPulls90d: upTo('mergedPulls90d'),
	closedPulls90d: upTo('closedPulls90d'),
	stars: upTo('stars'),
	forks: upTo('forks'),
	stableReleaseDays365d: upTo('stableReleaseDays365d'),
	scorecard: upTo('scorecard')
});

describe('properties', () => {
	test.each(Object.keys(RISING) as (keyof typeof RISING)[])(
		'the score never falls when %s rises',
		(field) => {
			fc.assert(
				fc.property(values, fc.integer({ min: 0, max: RISING[field] }), (some, more) => {
					const low = scoreFor({ ...HEALTHY, ...some }).score ?? 0;
					const raised = Math.max(more, some[field]);
					const high = scoreFor({ ...HEALTHY, ...some, [field]: raised }).score ?? 0;
					expect(high).toBeGreaterThanOrEqual(low - 1e-9);
				})
			);
		}
	);

	test('the score never falls when a release is younger, a version 1.0, a policy there, a home better', () => {
		const days = fc.integer({ min: 0, max: 28 });
		fc.assert(
			fc.property(values, days, days, (some, a, b) => {
				const day = (n: number) => `2026-08-${String(n + 1).padStart(2, '0')}`;
				const [early, late] = a < b ? [a, b] : [b, a];
				const older = scoreFor({ ...HEALTHY, ...some, lastStableRelease: day(early) }).score ?? 0;
				const younger = scoreFor({ ...HEALTHY, ...some, lastStableRelease: day(late) }).score ?? 0;
				expect(younger).toBeGreaterThanOrEqual(older);
			})
		);
		const score = (changed: ObservedValues, filed = {}) =>
			scoreFor({ ...HEALTHY, ...changed }, filed).score ?? 0;
		expect(score({ highestVersion: '1.0.0' })).toBeGreaterThan(score({ highestVersion: '0.9.9' }));
		expect(score({ securityPolicy: true })).toBeGreaterThan(score({ securityPolicy: false }));
		const homes = [
			score({ ownerType: 'user' }),
			score({}),
			score({}, { maturity: 'sandbox' }),
			score(
				{},
				{
					judgement: { ...subjectOf().judgement, foundation: { ...JUDGED, foundation: 'Apache' } }
				}
			),
			score({}, { maturity: 'incubating' }),
			score({}, { maturity: 'graduated' })
		];
		expect(homes).toEqual([...homes].sort((a, b) => a - b));
		expect(new Set(homes).size).toBe(homes.length);
	});

	test('the same input gives the same output, and stays between 0 and 100', () => {
		fc.assert(
			fc.property(values, (some) => {
				const subject = subjectOf({ ...HEALTHY, ...some });
				const scored = scoreProject(subject, model);
				expect(scoreProject(subject, model)).toEqual(scored);
				expect(scored.score).toBeGreaterThanOrEqual(0);
				expect(scored.score).toBeLessThanOrEqual(100);
			})
		);
	});

	test('equal factors on all weights change nothing', () => {
		fc.assert(
			fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (some, factor) => {
				const { dimensions, score } = scoreFor({ ...HEALTHY, ...some });
				const factors = dimensions.map(() => factor);
				expect(weightedScore(dimensions, factors)).toBeCloseTo(score ?? -1, 9);
			})
		);
	});
});
