import type { Chart, Mark } from './chart.ts';
import { CENTRE, OUTER_RADIUS, ringLabelBoxes, type Box } from './geometry.ts';
import { placeLabels, type LabelOptions, type PlacedLabel } from './labels.ts';

/** Chart units. */
const NAME_SIZE = 15.5;
/** 11 CSS pixels on a phone. */
const SMALL_CHART_NAME_SIZE = 32;
const SMALL_CHART_RINGS = 1.65;
const FEW = 80;
const ARC = 3;

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

export const allNames = ({ segments, blipRadius }: Chart): PlacedLabel[] =>
	fittedNames(
		segments.flatMap(({ marks }) => marks),
		blipRadius
	);

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

export function namesOfMatching(
	matching: readonly Mark[],
	blipRadius: number,
	all: readonly PlacedLabel[]
): readonly PlacedLabel[] {
	if (matching.length <= FEW) return fittedNames(matching, blipRadius);
	const ids = new Set(matching.map(({ id }) => id));
	return all.filter(({ id }) => ids.has(id));
}
