import { chartOf, type Chart, type ChartSegment, type Mark } from '#lib/radar/chart/chart.ts';
import {
	MARGIN,
	OUTER_RADIUS,
	isWithin,
	pointAt,
	RIM,
	ringLabelBoxes,
	SIZE,
	type Box
} from '#lib/radar/chart/geometry.ts';
import { CROWD, placeNames, type NameOptions, type PlacedName } from './name-places.ts';
import { RIM_FONT, rimLines } from './rim-lines.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';

/** Chart units: 12 CSS pixels on a chart of 720. */
export const NAME_SIZE = 17.4;
/** 12 CSS pixels on a chart of 610, 11 on one of 560. */
const MIDDLE_NAME_SIZE = 20.5;
/** 11 CSS pixels on a phone of 390. */
const SMALL_NAME_SIZE = 33.5;
/** Blips smaller than this stand too close together to be larger on a small chart. */
const SMALL_ENOUGH = 8;
/** Radius of a blip on a small chart, from that on a large one: 8 CSS pixels across on a phone. */
export const smallRadius = (radius: number): number =>
	radius < SMALL_ENOUGH ? radius : radius * 1.36;
/** On small charts, the rings' names are so many times larger; and on those of middle size. */
const SMALL_RINGS = 2.1;
const MIDDLE_RINGS = 1.3;
const FEW = 80;
const ARC = 3;
/** Chart units: 36 CSS pixels on a chart of 730, 4 on one of 343. */
const REACH = { large: 52, small: 12 };

/** Names beside their blips, for charts of three sizes: the smaller, the fewer and the larger. A crowd has none of middle size. */
export type ChartNames = Record<'large' | 'middle' | 'small', readonly PlacedName[]>;

/** Those of middle size are placed where they are needed. */
export type SentNames = Omit<ChartNames, 'middle'>;

/** Of a blip and its arc, which no name may touch; from the blips' radius on a large chart. */
export const discRadius: Record<keyof SentNames, (blipRadius: number) => number> = {
	large: (blipRadius) => blipRadius + ARC,
	small: (blipRadius) => smallRadius(blipRadius) + ARC
};

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
		{ large: ledNames(marks, chart, NAME_SIZE, 1), small: smallChartNames(marks, chart) },
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
	return marks.length > CROWD ? [] : ledNames(marks, chart, MIDDLE_NAME_SIZE, MIDDLE_RINGS);
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
		size = 'large',
		fontSize = NAME_SIZE,
		others = [],
		bounds = isWithin(OUTER_RADIUS + 4),
		...choice
	}: { others?: readonly Box[]; size?: keyof SentNames } & Partial<
		Pick<NameOptions, 'fontSize' | 'bounds' | 'reach' | 'first' | 'lines'>
	> = {}
): PlacedName[] =>
	placeNames(
		marks.map(({ id, x, y, blip }) => ({ id, x, y, name: blip.name })),
		{
			blipRadius: discRadius[size](blipRadius),
			fontSize,
			bounds,
			reserved: [...Object.values(ringLabelBoxes), ...others],
			...choice
		}
	);

const ledNames = (
	marks: readonly Mark[],
	{ segments, blipRadius }: Chart,
	fontSize: number,
	rings: number
): PlacedName[] =>
	fittedNames(marks, blipRadius, {
		fontSize,
		others: [...segments.flatMap(rimLabelBoxes), ...(rings === 1 ? [] : ringLabels(rings))],
		bounds: insidePicture,
		reach: REACH.large
	});

const smallChartNames = (marks: readonly Mark[], { blipRadius }: Chart): PlacedName[] =>
	fittedNames(marks, blipRadius, {
		size: 'small',
		fontSize: SMALL_NAME_SIZE,
		others: ringLabels(SMALL_RINGS),
		reach: REACH.small,
		first: new Set(marks.filter(({ blip }) => blip.movement !== 'none').map(({ id }) => id))
	});

const ringLabels = (times: number): Box[] =>
	Object.values(ringLabelBoxes).map(({ x, y, width, height }) => ({
		x: x - (width * (times - 1)) / 2,
		y: y - height / 2,
		width: width * times,
		height: height * 1.5
	}));

const insidePicture = ({ x, y, width, height }: Box): boolean =>
	x >= -MARGIN && y >= -MARGIN && x + width <= SIZE + MARGIN && y + height <= SIZE + MARGIN;

/** Radians. */
const STEP = 0.02;

/** Squares along the arcs that a segment's name is written on. */
function rimLabelBoxes({ name, start, end }: ChartSegment): Box[] {
	const middle = (start + end) / 2;
	const side = RIM_FONT.large * 1.2;
	return rimLines(name, { start, end }, 'large').flatMap(({ turn }, line) => {
		const boxes: Box[] = [];
		for (let angle = middle - turn / 2; angle <= middle + turn / 2; angle += STEP) {
			const { x, y } = pointAt(angle, RIM + RIM_FONT.large * (0.4 + 1.1 * line));
			boxes.push({ x: x - side / 2, y: y - side / 2, width: side, height: side });
		}
		return boxes;
	});
}
