import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { figure, type Check, type Figure } from '#lib/radar/validation/report.ts';
import type { RatedProject, Sample } from '#lib/radar/validation/sample.ts';
import {
	agreement,
	bootstrapInterval,
	rankCorrelation,
	type Agreement,
	type Pair
} from '#lib/radar/validation/statistics.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const BAR = 0.85;

export const scorePairs = (projects: readonly RatedProject[]): Pair[] =>
	projects.flatMap(({ placement, consensus }): Pair[] =>
		consensus === null ? [] : [[placement.score, consensus.mean]]
	);

/** Distances from the centre. */
export const ringPairs = (projects: readonly RatedProject[]): Pair[] =>
	projects.flatMap(({ placement, consensus }): Pair[] =>
		consensus === null ? [] : [[ringIndex(placement.ring), ringIndex(consensus.ring)]]
	);

/** What a project does and the notice it gets, as opposed to its people and home. */
const ATTENTION = ['activity', 'attention'];

/** Does the score rank projects as experts do? */
export function checkExperts(sample: Sample): Check {
	const { rated, all, model } = sample;
	const groups: [string, RatedProject[]][] = [
		['AI group', rated],
		['All projects with data', all]
	];
	const figures = groups.flatMap(([label, projects]) =>
		(['calibration', 'test', null] as const).map((half) => {
			const pairs = scorePairs(half === null ? projects : projects.filter((p) => p.half === half));
			const part = half === null ? 'both halves' : `${half} half`;
			return correlation(`${label}, ${part}`, pairs);
		})
	);
	const alone = model.dimensions.map(({ id, label }) => ({
		id,
		label: label.toLowerCase(),
		found: correlation(`AI group, ${label.toLowerCase()} alone`, dimensionPairs(rated, id))
	}));
	const [, test, whole] = figures;
	return {
		id: 'experts',
		title: 'Rank correlation with the consensus of experts',
		accept: 'reported, no bar',
		passed: null,
		finding: [
			attentionFinding(alone),
			beyondChance(whole)
				? 'Taken together, the score ranks the projects of the AI group somewhat as experts do.'
				: 'The score as a whole does not rank them as experts do either: chance alone could give this figure.',
			beyondChance(whole) && !beyondChance(test)
				? 'But these are few, and the half that the cut-offs never saw does not rule out chance.'
				: '',
			'That is why the published placements of others stand beside our ring.'
		]
			.filter((sentence) => sentence !== '')
			.join(' '),
		figures: [...figures, ...alone.map(({ found }) => found)]
	};
}

export const correlation = (label: string, pairs: readonly Pair[]): Figure =>
	figure(label, 'correlation', rankCorrelation(pairs), {
		of: pairs.length,
		interval: bootstrapInterval(pairs, rankCorrelation)
	});

const dimensionPairs = (projects: readonly RatedProject[], dimension: string): Pair[] =>
	projects.flatMap(({ placement, consensus }): Pair[] => {
		const part = placement.dimensions.find(({ id }) => id === dimension);
		return consensus === null || part === undefined || part.observed === 0
			? []
			: [[part.won / part.observed, consensus.mean]];
	});

/** Does activity or adoption alone predict what experts adopt? */
function attentionFinding(alone: readonly { id: string; label: string; found: Figure }[]): string {
	const attention = alone.filter(({ id }) => ATTENTION.includes(id));
	const telling = alone.filter(({ found }) => beyondChance(found)).map(({ label }) => label);
	const only =
		telling.length === 0
			? 'no dimension does by itself'
			: `of the dimensions by themselves only ${telling.join(' and ')} ${telling.length === 1 ? 'does' : 'do'}`;
	return attention.some(({ found }) => beyondChance(found))
		? `Inside the AI group ${attention.map(({ label }) => label).join(' or ')} tells something of what experts would adopt: ${only}.`
		: `Inside the AI group activity and attention do not tell what experts would adopt: they separate the alive from the dead, not the proven from the busy; ${only}.`;
}

export const beyondChance = (found: Figure | undefined): boolean =>
	found?.interval != null && found.interval[0] > 0;

/** How far are our rings from the experts', and theirs from each other? */
export function checkRings(sample: Sample): Check {
	const { rated, all } = sample;
	const part = (half: string) => all.filter((project) => project.half === half);
	const ours = agreement(ringPairs(all), RINGS.length);
	const passed = ours !== null && ours.withinOne >= BAR;
	const apart = all.flatMap(({ member, placement, consensus }) =>
		consensus !== null && Math.abs(ringIndex(placement.ring) - ringIndex(consensus.ring)) > 1
			? [
					`${member.name}, ${placement.ring} (${plural(consensus.votes.length, 'expert')}: ${consensus.ring})`
				]
			: []
	);
	return {
		id: 'expert-rings',
		title: 'Ring beside the ring of the experts',
		accept: 'within one ring at least 85%; the rest reported',
		passed,
		finding: `${
			passed
				? 'Few rings lie more than one apart from the consensus of the experts.'
				: 'Too many rings lie more than one apart from the consensus of the experts.'
		} ${apart.length === 0 ? '' : `Further apart: ${apart.join('; ')}. `}Experts who placed the same project agree among themselves no more than the last figures say.`,
		figures: [
			...agreementFigures('All projects with data', all),
			...agreementFigures('AI group', rated),
			...agreementFigures('Calibration half', part('calibration')),
			...agreementFigures('Test half', part('test')),
			...figuresOf('Experts among themselves', expertsAmongThemselves(sample))
		]
	};
}

const agreementFigures = (label: string, projects: readonly RatedProject[]): Figure[] =>
	agreementOf(label, ringPairs(projects));

/** Same ring, within one ring and weighted kappa, the last with its interval. */
export function agreementOf(label: string, pairs: readonly Pair[]): Figure[] {
	const kappa = (some: readonly Pair[]) => agreement(some, RINGS.length)?.kappa ?? null;
	return figuresOf(label, agreement(pairs, RINGS.length), bootstrapInterval(pairs, kappa));
}

export const figuresOf = (
	label: string,
	found: Agreement | null,
	interval: [number, number] | null = null
): Figure[] =>
	found === null
		? []
		: [
				figure(`${label}: same ring`, 'share', found.exact, { of: found.pairs }),
				figure(`${label}: within one ring`, 'share', found.withinOne, { of: found.pairs }),
				figure(`${label}: weighted kappa`, 'kappa', found.kappa, { of: found.pairs, interval })
			];

/** All source pairs, in both directions, for symmetry. */
function expertsAmongThemselves({ votes }: Pick<Sample, 'votes'>): Agreement | null {
	const pairs = votes.flatMap((rings): Pair[] =>
		rings.flatMap((a: Ring, i) => rings.slice(i + 1).map((b): Pair => [ringIndex(a), ringIndex(b)]))
	);
	const both = agreement(
		pairs.flatMap(([a, b]): Pair[] => [
			[a, b],
			[b, a]
		]),
		RINGS.length
	);
	return both === null ? null : { ...both, pairs: pairs.length };
}
