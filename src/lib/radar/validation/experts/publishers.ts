import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { agreementOf, correlation, figuresOf, ringPairs, scorePairs } from './experts.ts';
import { figure, type Check } from '#lib/radar/validation/report.ts';
import type { Sample } from '#lib/radar/validation/sample.ts';
import {
	agreement,
	bootstrapInterval,
	rankCorrelation,
	type Pair
} from '#lib/radar/validation/statistics.ts';

const worth = (ring: Ring): number => RINGS.length - 1 - ringIndex(ring);

/** One publisher's worth beside the mean of the others', for every placement of a project that others placed too. */
const againstOthers = (votes: readonly Ring[][]): Pair[] =>
	votes.flatMap((rings) =>
		rings.length < 2
			? []
			: rings.map((ring, i): Pair => {
					const others = rings.filter((_, o) => o !== i).map(worth);
					return [worth(ring), others.reduce((sum, value) => sum + value, 0) / others.length];
				})
	);

const asRings = (pairs: readonly Pair[]): Pair[] =>
	pairs.map(([one, others]) => [RINGS.length - 1 - one, RINGS.length - 1 - Math.round(others)]);

/** How well does one publisher do against all the others? No model can be asked for more. */
export function checkPublishers({ all, rated, votes }: Sample): Check {
	const inGroup = rated.flatMap(({ consensus }) =>
		consensus === null ? [] : [consensus.votes.map(({ ring }) => ring)]
	);
	const ceiling = (label: string, some: readonly Ring[][]) => {
		const pairs = againstOthers(some);
		const order = (votesOf: readonly Ring[][]) => rankCorrelation(againstOthers(votesOf));
		const kappaOf = (votesOf: readonly Ring[][]) =>
			agreement(asRings(againstOthers(votesOf)), RINGS.length)?.kappa ?? null;
		// Placements of one project hang together: whole projects are drawn.
		return [
			figure(`${label}: rank correlation`, 'correlation', rankCorrelation(pairs), {
				of: pairs.length,
				interval: bootstrapInterval(some, order)
			}),
			...figuresOf(label, agreement(asRings(pairs), RINGS.length), bootstrapInterval(some, kappaOf))
		];
	};
	const figures = [
		...ceiling('One publisher against the others', votes),
		...ceiling('One publisher against the others, AI group', inGroup),
		correlation('The model: rank correlation', scorePairs(all)),
		...agreementOf('The model', ringPairs(all)),
		correlation('The model, AI group: rank correlation', scorePairs(rated)),
		...agreementOf('The model, AI group', ringPairs(rated))
	];
	const kappa = (label: string) =>
		figures.find((found) => found.label === `${label}: weighted kappa`)?.value ?? 0;
	const [ours, theirs] = [kappa('The model'), kappa('One publisher against the others')];
	return {
		id: 'publishers',
		title: 'One publisher against all the others',
		accept: 'reported, no bar: no model can be asked to agree with publishers more than they agree',
		passed: null,
		finding:
			ours >= theirs
				? 'The model agrees with the publishers about as well as one of them agrees with the others. Neither is close: they place projects for their own needs.'
				: 'One publisher agrees with the others better than the model does.',
		figures
	};
}
