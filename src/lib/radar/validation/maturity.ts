import type { DimensionPart } from '#lib/radar/model/placement.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import { figure, type Check } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import { bootstrapInterval, rankCorrelation, type Pair } from './statistics.ts';

const LADDER = ['sandbox', 'incubating', 'graduated'];
const BAR = 0.5;

/** Without governance and documented use, which the CNCF ladder itself grants. */
function scoreWithoutLadder(dimensions: readonly DimensionPart[]): number | null {
	const rest = dimensions
		.filter(({ id }) => id !== 'governance')
		.map((dimension) => {
			const given = dimension.metrics.find(({ id }) => id === 'documented-use');
			if (given === undefined || given.state !== 'observed') return dimension;
			return {
				...dimension,
				won: dimension.won - (given.won ?? 0),
				observed: dimension.observed - given.possible
			};
		});
	return weightedScore(rest);
}

/** Does the score follow the CNCF ladder without the ladder's own points? */
export function checkMaturity({ rated, all }: Sample): Check {
	const pairsOf = (projects: readonly RatedProject[]) =>
		projects.flatMap(({ member: { maturity }, placement }): Pair[] => {
			const score = scoreWithoutLadder(placement.dimensions);
			const step = maturity === null ? -1 : LADDER.indexOf(maturity);
			return score === null || step < 0 ? [] : [[score, step]];
		});
	const measure = (label: string, projects: readonly RatedProject[]) => {
		const pairs = pairsOf(projects);
		return figure(label, 'correlation', rankCorrelation(pairs), {
			of: pairs.length,
			interval: bootstrapInterval(pairs, rankCorrelation)
		});
	};
	const figures = [measure('AI group', rated), measure('All projects with data', all)];
	const passed = figures.every(({ value }) => value !== null && value >= BAR);
	return {
		id: 'maturity',
		title: 'Rank correlation with CNCF maturity, without the points that maturity gives',
		accept: 'at least .50',
		passed,
		finding: passed
			? 'Projects further up the ladder of the CNCF have higher scores, also when governance and documented use are left out.'
			: 'The score does not follow the ladder of the CNCF well enough.',
		figures
	};
}
