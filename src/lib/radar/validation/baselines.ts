import { RINGS, ringIndex } from '#lib/radar/words/vocabulary.ts';
import { figuresOf, ringPairs, scorePairs } from './experts.ts';
import { figure, type Check, type Figure } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import { agreement, rankCorrelation, type Agreement, type Pair } from './statistics.ts';
import { byText } from '#lib/radar/words/order.ts';

type Measure = (project: RatedProject) => number;
const BASELINES: [string, Measure][] = [
	['Stars alone', ({ values }) => values.stars ?? 0],
	['Contributors alone', ({ values }) => values.contributorsTotal ?? 0]
];

/** Does something simpler do as well? Each baseline fills rings in the model's numbers. */
export function checkBaselines({ all, rated }: Sample): Check {
	const correlation = (label: string, pairs: Pair[]) =>
		figure(`${label}: rank correlation`, 'correlation', rankCorrelation(pairs), {
			of: pairs.length
		});
	const figures: Figure[] = [
		correlation('The model', scorePairs(all)),
		...figuresOf('The model', agreement(ringPairs(all), RINGS.length))
	];
	for (const [label, measure] of BASELINES) {
		const pairs = all.flatMap((project): Pair[] =>
			project.consensus === null ? [] : [[measure(project), project.consensus.mean]]
		);
		figures.push(
			correlation(label, pairs),
			...figuresOf(label, agreement(quotaMatched(all, measure), RINGS.length))
		);
	}
	figures.push(...figuresOf('Chance, in the same numbers', byChance(ringPairs(all))));
	const inGroup = rated.filter(({ consensus }) => consensus !== null);
	for (const [label, measure] of BASELINES) {
		const pairs = inGroup.map((p): Pair => [measure(p), p.consensus?.mean ?? 0]);
		figures.push(correlation(`${label}, AI group`, pairs));
	}
	const value = (label: string) => figures.find((f) => f.label === label)?.value ?? 0;
	const beaten = BASELINES.map(([label]) => label).filter(
		(label) => value(`${label}: rank correlation`) > value('The model: rank correlation')
	);
	return {
		id: 'baselines',
		title: 'Baselines: stars alone, contributors alone, chance',
		accept: 'reported always, even when they win',
		passed: null,
		finding:
			beaten.length === 0
				? 'No baseline ranks projects more like the experts than the model does.'
				: `${beaten.join(' and ')} ${beaten.length === 1 ? 'ranks' : 'rank'} projects more like the experts than the model does.`,
		figures
	};
}

/** Ranks by `measure` and keeps the model's ring sizes. */
function quotaMatched(projects: readonly RatedProject[], measure: Measure): Pair[] {
	const quotas = projects.map(({ placement }) => ringIndex(placement.ring)).sort((a, b) => a - b);
	const ranked = [...projects].sort((a, b) => measure(b) - measure(a) || byText(a.id, b.id));
	return ranked.flatMap(({ consensus }, i): Pair[] =>
		consensus === null ? [] : [[quotas[i] ?? RINGS.length - 1, ringIndex(consensus.ring)]]
	);
}

/** Expected agreement of random rings of the same sizes: all pairs. */
function byChance(pairs: readonly Pair[]): Agreement | null {
	const every = pairs.flatMap(([ours]) => pairs.map(([, theirs]): Pair => [ours, theirs]));
	const dealt = agreement(every, RINGS.length);
	return dealt === null ? null : { ...dealt, pairs: pairs.length };
}
