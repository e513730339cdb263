import { chartOf, type Chart, type ChartSegment, type Mark } from '#lib/radar/chart/chart.ts';
import {
	MARGIN,
	OUTER_RADIUS,
	isWithin,
	pointAt,
	ringLabelBoxes,
	RIM,
	SIZE,
	type Box
} from '#lib/radar/chart/geometry.ts';
import { CROWD, placeNames, type NameOptions, type PlacedName } from './name-places.ts';
import { textWidth } from './text-width.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';

/** Chart units: 12 CSS pixels on a chart of 720. */
export const NAME_SIZE = 17.4;
/** 12 CSS pixels on a chart of 610, 11 on one of 560. */
const MIDDLE_NAME_SIZE = 20.5;
/** 11 CSS pixels on a phone of 390. */
const SMALL_NAME_SIZE = 33.5;
const SMALL_CHART_RINGS = 1.65;
const FEW = 80;
const ARC = 3;
/** Chart units: 36 CSS pixels on a chart of 730. */
const REACH = 52;

/** Names beside their blips, for charts of three sizes: the smaller, the fewer and the larger. A crowd has none of middle size. */
export type ChartNames = Record<'large' | 'middle' | 'small', readonly PlacedName[]>;

/** Those of middle size are placed where they are needed. */
export type SentNames = Omit<ChartNames, 'middle'>;

export const NO_NAMES: ChartNames = { large: [], middle: [], small: [] };

const known = new WeakMap<EditionPage, ChartNames>();

/** The names of the whole radar; computed once for an edition that is held in memory. */
export const namesOf = (edition: EditionPage): ChartNames =>
	known.get(edition) ?? keepNames(edition, chartNames(chartOf(edition, null)));

/** Names that came with the edition. */
export function keepNames(edition: EditionPage, names: SentNames): ChartNames {
	const all = withMiddle(names, () => middleNames(chartOf(edition, null)));
	known.set(edition, all);
	return all;
}

export function chartNames(chart: Chart): ChartNames {
	const marks = marksOf(chart);
	return withMiddle(
		{ large: ledNames(marks, chart, NAME_SIZE), small: smallChartNames(marks, chart) },
		() => middleNames(chart)
	);
}

/** Few charts are of middle size, and which are is known only in the browser. */
function withMiddle({ large, small }: SentNames, middle: () => readonly PlacedName[]): ChartNames {
	let made: readonly PlacedName[] | undefined;
	return {
		large,
		small,
		get middle() {
			return (made ??= middle());
		}
	};
}

const marksOf = (chart: Chart): Mark[] => chart.segments.flatMap(({ marks }) => marks);

function middleNames(chart: Chart): PlacedName[] {
	const marks = marksOf(chart);
	return marks.length > CROWD ? [] : ledNames(marks, chart, MIDDLE_NAME_SIZE);
}

/** Names of what a search or a filter leaves; `all`: those of the whole chart. */
export const namesOfMatching = (
	matching: readonly Mark[],
	chart: Chart,
	all: ChartNames
): ChartNames =>
	matching.length <= FEW
		? chartNames({ ...chart, segments: chart.segments.map(onlyOf(matching)) })
		: withMiddle(
				{ large: among(matching, all.large), small: smallChartNames(matching, chart) },
				() => among(matching, all.middle)
			);

function onlyOf(marks: readonly Mark[]): (segment: ChartSegment) => ChartSegment {
	const ids = new Set(marks.map(({ id }) => id));
	return (segment) => ({ ...segment, marks: segment.marks.filter(({ id }) => ids.has(id)) });
}

function among(matching: readonly Mark[], names: readonly PlacedName[]): PlacedName[] {
	const ids = new Set(matching.map(({ id }) => id));
	return names.filter(({ id }) => ids.has(id));
}

/** Names without leader lines, unless `reach` allows them. */
export const fittedNames = (
	marks: readonly Mark[],
	blipRadius: number,
	{
		fontSize = NAME_SIZE,
		others = [],
		bounds = isWithin(OUTER_RADIUS + 4),
		...choice
	}: { others?: readonly Box[] } & Partial<
		Pick<NameOptions, 'fontSize' | 'bounds' | 'reach' | 'first' | 'lines'>
	> = {}
): PlacedName[] =>
	placeNames(
		marks.map(({ id, x, y, blip }) => ({ id, x, y, name: blip.name })),
		{
			blipRadius: blipRadius + ARC,
			fontSize,
			bounds,
			reserved: [...Object.values(ringLabelBoxes), ...others],
			...choice
		}
	);

const ledNames = (
	marks: readonly Mark[],
	{ segments, blipRadius }: Chart,
	fontSize: number
): PlacedName[] =>
	fittedNames(marks, blipRadius, {
		fontSize,
		others: segments.flatMap(rimLabelBoxes),
		bounds: insidePicture,
		reach: REACH
	});

const smallChartNames = (marks: readonly Mark[], { blipRadius }: Chart): PlacedName[] =>
	fittedNames(marks, blipRadius, {
		fontSize: SMALL_NAME_SIZE,
		others: smallChartRingLabels,
		first: new Set(marks.filter(({ blip }) => blip.movement !== 'none').map(({ id }) => id))
	});

const smallChartRingLabels = Object.values(ringLabelBoxes).map(({ x, y, width, height }): Box => {
	const widen = width * (SMALL_CHART_RINGS - 1);
	const heighten = height * (SMALL_CHART_RINGS - 1);
	return { x: x - widen / 2, y: y - heighten, width: width + widen, height: height + heighten };
});

const insidePicture = ({ x, y, width, height }: Box): boolean =>
	x >= -MARGIN && y >= -MARGIN && x + width <= SIZE + MARGIN && y + height <= SIZE + MARGIN;

const RIM_LABEL = { fontSize: 17, bold: 1.2, step: 0.02 };

/** Squares along the arc that a segment's name is written on. */
function rimLabelBoxes({ name, start, end }: ChartSegment): Box[] {
	const { fontSize, bold, step } = RIM_LABEL;
	const middle = (start + end) / 2;
	const half = Math.min((textWidth(name) * fontSize * bold) / 2 / RIM, (end - start) / 2);
	const boxes: Box[] = [];
	for (let angle = middle - half; angle <= middle + half; angle += step) {
		const { x, y } = pointAt(angle, RIM + fontSize * 0.4);
		boxes.push({
			x: x - fontSize * 0.6,
			y: y - fontSize * 0.6,
			width: fontSize * 1.2,
			height: fontSize * 1.2
		});
	}
	return boxes;
}
