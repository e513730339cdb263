import { RINGS, ringIndex } from '#lib/radar/words/vocabulary.ts';
import { agreementOf, correlation, figuresOf, ringPairs, scorePairs } from './experts/experts.ts';
import type { Check, Figure } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import { agreement, type Agreement, type Pair } from './statistics.ts';
import { byText } from '#lib/radar/words/order.ts';

type Measure = (project: RatedProject) => number;
const BASELINES: [string, Measure][] = [
	['Stars alone', ({ values }) => values.stars ?? 0],
	['Contributors alone', ({ values }) => values.contributorsTotal ?? 0]
];

/** Does something simpler do as well? Each baseline fills rings in the model's numbers. */
export function checkBaselines({ all, rated }: Sample): Check {
	const ranked = (label: string, pairs: Pair[]) => correlation(`${label}: rank correlation`, pairs);
	const figures: Figure[] = [
		ranked('The model', scorePairs(all)),
		...agreementOf('The model', ringPairs(all))
	];
	for (const [label, measure] of BASELINES) {
		const pairs = all.flatMap((project): Pair[] =>
			project.consensus === null ? [] : [[measure(project), project.consensus.mean]]
		);
		figures.push(ranked(label, pairs), ...agreementOf(label, quotaMatched(all, measure)));
	}
	figures.push(...agreementOf('Always trial', alwaysTrial(all)));
	figures.push(...figuresOf('Chance, in the same numbers', byChance(ringPairs(all))));
	const inGroup = rated.filter(({ consensus }) => consensus !== null);
	for (const [label, measure] of BASELINES) {
		const pairs = inGroup.map((p): Pair => [measure(p), p.consensus?.mean ?? 0]);
		figures.push(ranked(`${label}, AI group`, pairs));
	}
	const value = (label: string) => figures.find((f) => f.label === label)?.value ?? 0;
	const beaten = BASELINES.map(([label]) => label).filter(
		(label) => value(`${label}: rank correlation`) > value('The model: rank correlation')
	);
	return {
		id: 'baselines',
		title: 'Baselines: stars alone, contributors alone, always trial, chance',
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

/** The guess that comes nearest to most experts: it has no order. */
const alwaysTrial = (projects: readonly RatedProject[]): Pair[] =>
	ringPairs(projects).map(([, theirs]): Pair => [ringIndex('trial'), theirs]);

/** Expected agreement of random rings of the same sizes: all pairs. */
function byChance(pairs: readonly Pair[]): Agreement | null {
	const every = pairs.flatMap(([ours]) => pairs.map(([, theirs]): Pair => [ours, theirs]));
	const dealt = agreement(every, RINGS.length);
	return dealt === null ? null : { ...dealt, pairs: pairs.length };
}
