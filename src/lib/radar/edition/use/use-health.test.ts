import { expect, test } from 'vitest';
import type { MetricPart } from '#lib/radar/model/placement.ts';
import type { UsePart } from '#lib/radar/model/use-share.ts';
import { useHealth } from './use-health.ts';

const known = (observedOn: string): UsePart => ({
	kind: 'peers',
	state: 'observed',
	value: 3,
	isBound: false,
	share: 0.4,
	counts: true,
	observedOn,
	source: 'manifests',
	name: null,
	usedBy: []
});
const missing = (state: 'unknown' | 'not-applicable', reason: string): UsePart => ({
	kind: 'peers',
	state,
	reason
});
const project = (id: string, kinds: UsePart[] | undefined, ring: string | null = 'trial') => ({
	blip: { id, name: id.toUpperCase(), ring },
	placement: {
		dimensions: [
			{
				...{ id: 'use', label: 'Use', won: 0, observed: 0, weight: 20 },
				metrics: [{ id: 'use', kinds } as MetricPart]
			}
		]
	}
});

test('counts what is known of what applies, with the days of the last good figures', () => {
	const { kinds } = useHealth([
		project('a', [known('2026-08-23')]),
		project('b', [known('2026-05-01')]),
		project('c', [missing('unknown', 'last measured on 31 March 2026, too old to count')]),
		project('d', [missing('unknown', 'last measured on 30 April 2026, too old to count')]),
		project('e', [missing('unknown', 'not read yet')]),
		project('f', [missing('not-applicable', 'no name is known')])
	]);
	expect(kinds).toMatchObject([
		{ kind: 'peers', known: 2, applicable: 5, oldest: '2026-05-01', newest: '2026-08-23' }
	]);
	expect(kinds[0]?.unknown.map(({ projects }) => projects.map(({ id }) => id))).toEqual([
		['c', 'd'],
		['e']
	]);
});

test('a rated project without any name to look for is a gap of the mapping', () => {
	const none = [missing('not-applicable', 'no name is known')];
	const health = useHealth([project('a', none), project('b', none, null)]);
	expect(health.unmapped).toEqual([{ id: 'a', name: 'A' }]);
});

test('a model that does not look at use has no kinds and no gaps', () => {
	expect(useHealth([project('a', undefined)])).toEqual({ kinds: [], unmapped: [] });
});
