import { expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { dataHealth, notRatedGroups } from './data-health.ts';
import type { Blip, MetricPart, Placement } from '#lib/radar/model/placement.ts';

const [sample] = makeEditionView({ count: 1 }).blips;
const blip = (id: string, notRated: string | null): Blip => ({
	...(sample as Blip),
	id,
	name: id,
	ring: notRated === null ? 'trial' : null,
	notRated
});

test('reasons that differ only in their day are one', () => {
	const groups = notRatedGroups([
		blip('a', 'Its contributors: last observed on 18 October 2024, too long ago.'),
		blip('b', 'The landscape lists no repository.'),
		blip('c', 'Its contributors: last observed on 31 January 2026, too long ago.'),
		blip('d', null)
	]);
	expect(groups.map(({ projects }) => projects.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
});

test('counts what is observed, carried over and applicable, and how old it is', () => {
	const part = (change: Partial<MetricPart>): MetricPart => ({
		id: 'authors',
		label: 'Authors',
		unit: '',
		value: 1,
		share: 1,
		won: 1,
		possible: 1,
		state: 'observed',
		note: null,
		observedOn: '2026-08-22',
		source: 'history',
		carriedOver: false,
		...change
	});
	const standing = (id: string, metric: MetricPart) => ({
		blip: blip(id, id === 'c' ? 'No repository.' : null),
		placement: {
			dimensions: [{ id: 'd', label: 'D', won: 0, observed: 0, weight: 1, metrics: [metric] }]
		} as unknown as Placement
	});
	const health = dataHealth(
		[
			standing('a', part({})),
			standing('b', part({ observedOn: '2026-05-01', carriedOver: true })),
			standing('c', part({ state: 'unknown', value: null, observedOn: null, source: null })),
			standing('d', part({ state: 'not-applicable', value: null, observedOn: null, source: null })),
			standing('e', part({ source: 'overrides', observedOn: '2020-01-01' }))
		],
		'2026-08-31'
	);
	expect(health).toMatchObject({ projects: 5, rated: 4 });
	expect(health.metrics).toEqual([
		{ id: 'authors', label: 'Authors', observed: 3, carriedOver: 1, applicable: 4 }
	]);
	expect(health.ages.filter(({ count }) => count > 0)).toEqual([
		{ label: 'up to 2 weeks', count: 1 },
		{ label: 'up to 6 months', count: 1 }
	]);
});
