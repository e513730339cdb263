import { placeEdition } from '#lib/radar/edition/edition.ts';
import { gateRing } from '#lib/radar/model/gates/gates.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import { prepareModel } from '#lib/radar/model/place.ts';
import { figure, type Check } from './report.ts';
import { placedWith, type Sample } from './sample.ts';

const RISING: readonly ObservedField[] = [
	'authors365d',
	'contributorsTotal',
	'absenceFactor',
	'activeWeeks13',
	'mergedPulls90d',
	'closedPulls90d',
	'stars',
	'forks',
	'stableReleaseDays365d',
	'scorecard'
];

/** The tests' properties, counted on real projects. */
export function checkProperties(sample: Sample): Check {
	const { input, model, rated } = sample;
	const judge = prepareModel({ ...model, stability: { ...model.stability, draws: 1 } });
	const once = JSON.stringify(placeEdition(input, judge));
	const reversed = { ...input, members: [...input.members].reverse() };
	const found: [label: string, count: number, of?: number][] = [
		['Scores that fell when a value rose', fallen(sample), rated.length],
		[
			'Gates that changed a gated ring',
			rated.filter(({ placement: { ring, gates } }) => gateRing(ring, gates) !== ring).length,
			rated.length
		],
		[
			'Editions that changed with the order',
			JSON.stringify(placeEdition(reversed, judge)) === once ? 0 : 1
		],
		[
			'Editions that changed with the run',
			JSON.stringify(placeEdition(input, judge)) === once ? 0 : 1
		]
	];
	return {
		id: 'properties',
		title: 'Properties',
		accept:
			'monotone in every sub-metric, gates idempotent, order of projects irrelevant, same input same output',
		passed: found.every(([, count]) => count === 0),
		finding: 'Held here on the real projects; property tests hold them on made-up ones.',
		figures: found.map(([label, count, of]) =>
			figure(label, 'count', count, of === undefined ? {} : { of })
		)
	};
}

function fallen(sample: Sample): number {
	let count = 0;
	for (const field of RISING) {
		const placed = placedWith(sample, (values) => {
			const value = values[field];
			if (typeof value !== 'number') return values;
			const most = field === 'activeWeeks13' ? 13 : field === 'scorecard' ? 10 : Infinity;
			return { ...values, [field]: Math.min(most, value * 2 + 1) };
		});
		count += sample.rated.filter(
			({ id, placement }) => (placed.get(id)?.score ?? 0) < placement.score - 1e-9
		).length;
	}
	return count;
}
