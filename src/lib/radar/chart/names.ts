import type { Chart, Mark } from './chart.ts';
import { CENTRE, OUTER_RADIUS, ringLabelBoxes, type Box } from './geometry.ts';
import { placeLabels, type LabelOptions, type PlacedLabel } from './labels.ts';

/** Height of the names on the chart. */
export const NAME_SIZE = 15.5;
/** Where the chart is small: 11 CSS pixels on a phone. */
export const SMALL_CHART_NAME_SIZE = 32;
/** How much larger the names of the rings stand on a small chart. */
const SMALL_CHART_RINGS = 1.65;
/** So few that naming them anew costs nothing. */
const FEW = 80;
/** A blip with the arc of one that moved. */
const ARC = 3;

/** Names of marks where they fit, in letters of a height, and not over what else is drawn. */
export const fittedNames = (
	marks: readonly Mark[],
	blipRadius: number,
	{
		fontSize = NAME_SIZE,
		others = [],
		...choice
	}: { fontSize?: number; others?: readonly Box[] } & Pick<LabelOptions, 'first' | 'lines'> = {}
): PlacedLabel[] =>
	placeLabels(
		marks.map(({ id, x, y, blip }) => ({ id, x, y, name: blip.name })),
		{
			blipRadius: blipRadius + ARC,
			fontSize,
			reserved: [...Object.values(ringLabelBoxes), ...others],
			bounds: { x: CENTRE, y: CENTRE, r: OUTER_RADIUS + 4 },
			...choice
		}
	);

/** Names of all marks of a chart where they fit. */
export const allNames = ({ segments, blipRadius }: Chart): PlacedLabel[] =>
	fittedNames(
		segments.flatMap(({ marks }) => marks),
		blipRadius
	);

/** Names on a small chart where they fit: few, those with the highest scores before the others. */
export const smallChartNames = (marks: readonly Mark[], blipRadius: number): PlacedLabel[] =>
	fittedNames(
		marks.toSorted((a, b) => (b.blip.score ?? 0) - (a.blip.score ?? 0)),
		blipRadius,
		{ fontSize: SMALL_CHART_NAME_SIZE, others: smallChartRingLabels }
	);

const smallChartRingLabels = Object.values(ringLabelBoxes).map(({ x, y, width, height }): Box => {
	const [widen, heighten] = [width, height].map((size) => size * (SMALL_CHART_RINGS - 1)) as [
		number,
		number
	];
	return { x: x - widen / 2, y: y - heighten, width: width + widen, height: height + heighten };
});

/** The names on a chart of which these marks match: few get more names than they had in the crowd, many keep theirs. */
export function namesOfMatching(
	matching: readonly Mark[],
	blipRadius: number,
	all: readonly PlacedLabel[]
): readonly PlacedLabel[] {
	if (matching.length <= FEW) return fittedNames(matching, blipRadius);
	const ids = new Set(matching.map(({ id }) => id));
	return all.filter(({ id }) => ids.has(id));
}
