import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MetricPart } from '#lib/radar/model/placement.ts';
import { missingMetrics } from './missing-metrics.ts';

const part = (id: string, state: MetricPart['state']): MetricPart => ({
	...{ id, label: id, unit: '', value: null, share: null, won: null, possible: 5, state },
	...{ note: null, observedOn: null, source: null, carriedOver: false }
});

const placementOf = (metrics: MetricPart[]) => ({
	dimensions: [{ id: 'all', label: 'All', won: 0, observed: 0, weight: 100, metrics }]
});

test('what does not apply counts neither as known nor as missing', () => {
	const { known, of, missing } = missingMetrics(
		placementOf([
			part('stars', 'observed'),
			part('scorecard', 'unknown'),
			part('home', 'not-applicable')
		])
	);
	expect([known, of]).toEqual([1, 2]);
	expect(missing.map(({ id, fix }) => [id, fix])).toEqual([
		['scorecard', 'Run the OpenSSF Scorecard action and publish its results.']
	]);
});

test('every metric of the model has advice of its own', () => {
	const { model } = parse(readFileSync('data/radar.yml', 'utf8'));
	const ids: string[] = model.dimensions.flatMap(({ metrics }: { metrics: { id: string }[] }) =>
		metrics.map(({ id }) => id)
	);
	const { missing } = missingMetrics(placementOf(ids.map((id) => part(id, 'unknown'))));
	expect(missing).toHaveLength(ids.length);
	for (const { fix } of missing) expect(fix).not.toMatch(/^If this figure/);
});
