import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { placeEdition, type EditionInput } from './edition.ts';
import type { StoredObservation } from '#lib/radar/observation/evidence.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { movementOf, prepareModel } from '#lib/radar/model/place.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import {
	EDITION,
	HEALTHY,
	observationOf,
	SOME_USE,
	useOf
} from '../../../../tests/fixtures/subject.ts';

const judge = prepareModel(model);
const overrides = parseOverrides(
	'retired:\n  - { repository: shop/closed, reason: Its owner closed it., date: 2026-08-15, link: https://example.org/ }\n',
	'overrides.yml'
);
const member = (project: string, repository: string | null = `shop/${project}`): Member => ({
	project,
	name: project,
	repository,
	maturity: null,
	badge: false,
	paths: [{ category: 'Data', subcategory: 'Data Science' }]
});
const STRONG: ObservedValues = {
	...HEALTHY,
	contributorsTotal: 2000,
	authors365d: 200,
	absenceFactor: 9
};
const archive = new Map<string, StoredObservation[]>(
	Object.entries({
		strong: STRONG,
		healthy: HEALTHY,
		weak: {
			...HEALTHY,
			authors365d: 3,
			contributorsTotal: 9,
			absenceFactor: 2,
			stars: 50,
			forks: 4
		},
		closed: STRONG
	}).map(([name, values]) => [
		`shop/${name}`,
		['2026-06-30', '2026-07-31', '2026-08-31'].map((observedOn) =>
			observationOf(
				{ ...values, lastCommit: '2026-06-20', lastStableRelease: '2026-06-10' },
				{ observedOn }
			)
		)
	])
);
const members = ['weak', 'strong', 'healthy', 'closed', 'unseen'].map((name) => member(name));
members.push(member('nowhere', null));

const place = (changes: Partial<EditionInput> = {}) =>
	placeEdition(
		{
			edition: EDITION,
			members,
			filedOn: EDITION.date,
			observationsOf: (name) => archive.get(name) ?? [],
			factsOf: () => null,
			useOf: () => SOME_USE,
			releasesElsewhereOf: () => null,
			overrides,
			before: null,
			...changes
		},
		judge
	);
const rings = (placed: ReturnType<typeof place>) =>
	Object.fromEntries(placed.map(({ placement: { projectId, ring } }) => [projectId, ring]));

describe('an edition', () => {
	test('places every member, sorted, with the model’s version', () => {
		const placed = place();
		expect(rings(placed)).toEqual({
			closed: 'hold',
			healthy: 'trial',
			nowhere: null,
			strong: 'adopt',
			unseen: null,
			weak: 'assess'
		});
		expect(placed.map(({ placement }) => placement.projectId)).toEqual([
			'closed',
			'healthy',
			'nowhere',
			'strong',
			'unseen',
			'weak'
		]);
		expect(new Set(placed.map(({ placement }) => placement.modelVersion))).toEqual(
			new Set([model.version])
		);
	});

	test('says why a project is not rated', () => {
		const reasons = Object.fromEntries(
			place().map(({ placement: { projectId, notRated } }) => [projectId, notRated])
		);
		expect(reasons).toMatchObject({
			nowhere: 'The landscape lists no repository.',
			unseen: 'Its repository has not been measured yet.',
			strong: null
		});
	});

	test('does not depend on the order of its members', () => {
		const whole = place();
		fc.assert(
			fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (shuffled) => {
				expect(place({ members: shuffled })).toEqual(whole);
			}),
			{ numRuns: 20 }
		);
	});

	test('the others do not change a project', () => {
		const alone = place({ members: members.filter(({ project }) => project === 'healthy') });
		expect(alone[0]).toEqual(place().find(({ placement }) => placement.projectId === 'healthy'));
	});

	test('retires a project from the judgement’s own day on', () => {
		const july: Edition = { ...EDITION, id: '2026-07', date: '2026-07-31' };
		expect(rings(place({ edition: july })).closed).toBe('adopt');
	});

	test('names the observations on which a placement rests: its values, the months in which its stars lasted, the first of its history', () => {
		const strong = place().find(({ placement }) => placement.projectId === 'strong');
		const seen = archive.get('shop/strong') ?? [];
		expect(strong?.observationIds).toEqual(seen.map(({ id }) => id));
	});

	test('names also the months on which the momentum rests', () => {
		const year = Array.from({ length: 12 }, (_, i) =>
			observationOf({ ...STRONG, authors90d: 9 + i }, { observedOn: addDays('2025-09-30', 30 * i) })
		);
		const [placed] = place({ members: [member('strong')], observationsOf: () => year });
		expect(placed?.placement.momentum.value).not.toBeNull();
		expect(placed?.observationIds).toEqual(
			year.filter(({ observedOn }) => observedOn > '2025-08-31').map(({ id }) => id)
		);
	});

	test('looks back to what was learnt later only as far as the model says, and marks it', () => {
		const [seen] = archive.get('shop/healthy') ?? [];
		if (seen === undefined) throw new Error('nothing was observed');
		const late = {
			...seen,
			id: 9999,
			observedOn: EDITION.date,
			learntOn: '2026-11-29',
			values: { ...seen.values, contributorsTotal: 77 }
		};
		const rows = useOf(40, 50).rows.map((row) => ({ ...row, learntOn: '2026-11-29' }));
		const under = (learnt_until: string | null) => {
			const [placed] = placeEdition(
				{
					edition: EDITION,
					members: [member('healthy')],
					filedOn: EDITION.date,
					observationsOf: () => [...(archive.get('shop/healthy') ?? []), late],
					factsOf: () => null,
					useOf: () => ({ ...useOf(40, 50), rows }),
					releasesElsewhereOf: () => null,
					overrides,
					before: null
				},
				prepareModel({ ...model, learnt_until })
			);
			const parts = placed?.placement.dimensions.flatMap(({ metrics }) => metrics) ?? [];
			return {
				contributors: parts.find(({ id }) => id === 'contributors'),
				use: parts.find(({ id }) => id === 'use')
			};
		};
		for (const day of [null, '2026-11-28']) {
			expect(under(day).contributors?.value).not.toBe(77);
			expect(under(day).use?.state).toBe('unknown');
		}
		expect(under('2026-11-29')).toMatchObject({
			contributors: { value: 77, note: 'learnt later, on 29 November 2026' },
			use: { value: 1 }
		});
	});

	test('tells what a project is from the edition before', () => {
		const first = place();
		expect(new Set(first.map(({ placement }) => placement.movement))).toEqual(new Set(['none']));
		const before = new Map(first.map(({ placement }) => [placement.projectId, placement]));
		before.delete('strong');
		const healthy = before.get('healthy');
		if (healthy) before.set('healthy', { ...healthy, ring: 'assess', scoreRing: 'assess' });
		const moved = Object.fromEntries(
			place({ before }).map(({ placement: p }) => [p.projectId, [p.movement, p.previousRing]])
		);
		expect(moved).toMatchObject({
			strong: ['new', null],
			healthy: ['in', 'assess'],
			weak: ['none', 'assess'],
			nowhere: ['none', null]
		});
	});
});

describe('a placement', () => {
	const of = (id: string, changes: Partial<EditionInput> = {}) => {
		const found = place(changes).find(({ placement }) => placement.projectId === id);
		if (found === undefined) throw new Error(`no project ${id}`);
		return found.placement;
	};

	test('outside the CNCF is the same without the CNCF’s points, also where the band holds it', () => {
		const held = of('healthy', {
			before: new Map([['healthy', { ...of('healthy'), scoreRing: 'adopt', ring: 'adopt' }]])
		});
		expect(held.withoutCncf).toEqual({ score: held.score, ring: held.ring });
	});

	test('inside the CNCF is shown beside what it would be outside', () => {
		const graduated = members.map((m) => ({ ...m, maturity: 'graduated' as const }));
		const inside = of('healthy', { members: graduated });
		const outside = of('healthy');
		expect(inside.score).toBeGreaterThan(outside.score ?? 0);
		expect(inside.withoutCncf).toEqual({ score: outside.score, ring: outside.ring });
	});

	test('is borderline where only the band keeps it in its ring', () => {
		const { score } = of('healthy');
		const cut_offs = { ...model.cut_offs, adopt: (score ?? 0) + 2.9 };
		const near = prepareModel({ ...model, cut_offs });
		const before = new Map([
			['healthy', { ...of('healthy'), scoreRing: 'adopt' as const, ring: 'adopt' as const }]
		]);
		const [held] = placeEdition(
			{
				edition: EDITION,
				members: members.filter(({ project }) => project === 'healthy'),
				filedOn: EDITION.date,
				observationsOf: (name) => archive.get(name) ?? [],
				factsOf: () => null,
				useOf: () => SOME_USE,
				releasesElsewhereOf: () => null,
				overrides,
				before
			},
			near
		);
		expect(held?.placement.ring).toBe('adopt');
		expect(held?.placement.stability).toBeLessThan(model.stability.borderline_below);
	});

	test('of a retired project stays in hold when its figures have aged, without a score', () => {
		const long = archive.get('shop/closed') ?? [];
		const old = long.map((seen) => ({ ...seen, observedOn: addDays(seen.observedOn, -400) }));
		const observationsOf = (name: string) =>
			name === 'shop/closed' ? old : (archive.get(name) ?? []);
		expect(of('closed', { observationsOf })).toMatchObject({
			ring: 'hold',
			score: null,
			scoreRing: null,
			notRated: null,
			next: null,
			stability: null,
			withoutCncf: null
		});
		expect(of('strong', { observationsOf: () => old }).ring).toBeNull();
	});

	test('forgets what it held once it was not rated', () => {
		const before = new Map([['unseen', { ...of('healthy'), scoreRing: 'adopt' as const }]]);
		expect(of('unseen', { before })).toMatchObject({
			ring: null,
			scoreRing: null,
			score: null,
			next: null,
			stability: null
		});
	});
});

describe('from night to night', () => {
	/** A project whose score says adopt also with a sole maintainer. */
	const beyondDoubt = [{ ...member('strong'), maturity: 'incubating' as const }];

	/** The project crawled each night after the month; `factorOn` answers its absence factor. */
	function nightsOf(count: number, factorOn: (night: number) => number) {
		let before: EditionInput['before'] = new Map(
			place({ members: beyondDoubt }).map(({ placement }) => [placement.projectId, placement])
		);
		return Array.from({ length: count }, (_, night) => {
			const date = addDays(EDITION.date, night + 1);
			const seen = [
				...(archive.get('shop/strong') ?? []),
				observationOf({ ...STRONG, absenceFactor: factorOn(night) }, { observedOn: date })
			];
			const placed = place({
				edition: { ...EDITION, id: date, date, kind: 'night' },
				members: beyondDoubt,
				observationsOf: () => seen,
				before
			});
			before = new Map(placed.map(({ placement }) => [placement.projectId, placement]));
			const [strong] = placed;
			if (strong === undefined) throw new Error('strong was not placed');
			return strong.placement;
		});
	}

	test('a sole maintainer is told for nights before it caps the ring, which then rests', () => {
		const { gate_nights, nights_between_moves } = model.stability;
		const seen = nightsOf(gate_nights + nights_between_moves, (night) =>
			night < gate_nights ? 1 : 9
		);
		const [third, last, moved] = [2, gate_nights - 2, gate_nights - 1].map((n) => seen[n]);
		expect(third).toMatchObject({
			ring: 'adopt',
			gates: [],
			pendingGates: [{ id: 'one-author', night: 3 }]
		});
		expect(last?.ring).toBe('adopt');
		expect(moved).toMatchObject({
			ring: 'trial',
			movement: 'out',
			movedOn: moved?.editionId,
			gates: [{ id: 'one-author', acted: true }],
			pendingGates: []
		});
		const rings = seen.map(({ ring }) => ring);
		expect(rings.lastIndexOf('trial')).toBe(gate_nights - 1 + nights_between_moves - 1);
		expect(rings.at(-1)).toBe('adopt');
	});

	test('one night of a sole maintainer moves nobody', () => {
		const rings = nightsOf(20, (night) => (night % 2 === 0 ? 1 : 9)).map(({ ring }) => ring);
		expect(new Set(rings)).toEqual(new Set(['adopt']));
	});
});

test.each([
	['adopt', 'trial', 'in'],
	['hold', 'assess', 'out'],
	['trial', 'trial', 'none'],
	[null, 'trial', 'none'],
	['trial', null, 'none']
] as const)('to %s from %s is the movement %s', (ring, before, movement) => {
	expect(movementOf(ring, { ring: before }, false)).toBe(movement);
});
