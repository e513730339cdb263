import { strongestShare } from '#lib/radar/model/use-share.ts';
import { kindsOf } from './use.ts';
import type { DimensionPart } from '#lib/radar/model/placement.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import { figure, type Check } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import { bootstrapInterval, rankCorrelation, type Pair } from './statistics.ts';

const LADDER = ['sandbox', 'incubating', 'graduated'];
const BAR = 0.5;

/** Without governance and the interviews of adopters, which the CNCF ladder itself grants. */
function scoreWithoutLadder(
	dimensions: readonly DimensionPart[],
	strongest: number
): number | null {
	const rest = dimensions
		.filter(({ id }) => id !== 'governance')
		.map((dimension) => {
			const use = dimension.metrics.find(({ kinds }) => kinds !== undefined);
			if (use?.kinds === undefined || use.state !== 'observed') return dimension;
			const others = use.kinds.filter(({ kind }) => kind !== 'verified');
			const share = strongestShare(others, strongest);
			return {
				...dimension,
				won: dimension.won - (use.won ?? 0) + (share ?? 0) * use.possible,
				observed: dimension.observed - (share === null ? use.possible : 0)
			};
		});
	return weightedScore(rest);
}

/** Does the score follow the CNCF ladder without the ladder's own points? */
export function checkMaturity({ rated, all, model }: Sample): Check {
	const strongest = kindsOf(model)?.strongest ?? 1;
	const pairsOf = (projects: readonly RatedProject[]) =>
		projects.flatMap(({ member: { maturity }, placement }): Pair[] => {
			const score = scoreWithoutLadder(placement.dimensions, strongest);
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
			? 'Projects further up the ladder of the CNCF have higher scores, also when governance and the interviews of adopters are left out.'
			: 'The score does not follow the ladder of the CNCF well enough.',
		figures
	};
}
