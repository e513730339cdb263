import { chartOf, type Chart, type Mark } from '#lib/radar/chart/chart.ts';
import { rounded } from '#lib/radar/chart/geometry.ts';
import type { PlacedLabel } from '#lib/radar/chart/labels.ts';
import { fittedNames } from '#lib/radar/chart/names.ts';
import type { EditionView, SegmentView } from '#lib/radar/edition/page-data.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';
import { wrapped } from '#lib/radar/chart/wrap.ts';

/** A blip with the number that it carries on the poster. */
export interface Numbered extends Mark {
	number: number;
	/** Height of the digits and width of the whole number with which it fits into the blip, in the radar's units. */
	digits: { height: number; width: number };
}

/** The part of the index that lists a segment. */
export interface PosterSection {
	name: string;
	colour: SegmentView['colour'];
	count: number;
	/** Rings with nobody in them are left out. */
	rings: { ring: Ring; blips: Numbered[] }[];
}

/** An edition as one sheet of paper: everything on it has a number and a name. */
export interface Poster {
	chart: Chart;
	/** Names that find room beside their blips; the index has all. */
	labels: PlacedLabel[];
	sections: PosterSection[];
	/** Names of what has no place on the chart, sorted. */
	notRated: string[];
	/** Height of the index's letters in millimetres; null when it has no room on the sheet and goes onto more. */
	letters: number | null;
}

/** Height of the names on the poster's chart, in the radar's units: 2.7 mm on A3. */
export const POSTER_NAME = 10.6;
/** Height for which they are given room: some fonts are wider than others. */
const NAME_ROOM = 11.5;
/** The room for the index, in millimetres. The style sheet draws it as it stands here. */
export const INDEX = { columns: 4, width: 30, gap: 3, height: 206 };
/** From one line to the next, in heights of its letters. */
export const LEADING = 1.22;
/** Heights of the index's letters that can be read on paper, in millimetres: 8.5 to 6 points. */
const LETTERS = [3, 2.6, 2.45, 2.3, 2.12];
/** What a heading takes, in lines: with the room above it. */
const HEADINGS = { segment: 2.2, ring: 1.5 };
/** Room before a name for its number, in heights of the letters. */
const NUMBER = 2.2;
/** Left over at the foot of each column, where a heading or a long name would be torn apart. */
const SLACK = 3;

/** Lays out an edition's poster. */
export function posterOf(edition: EditionView): Poster {
	const chart = chartOf(edition, null);
	let number = 0;
	const sections = chart.segments
		.map(({ name, colour, marks }) => ({
			name,
			colour,
			count: marks.length,
			rings: RINGS.map((ring) => ({
				ring,
				blips: marks
					.filter((mark) => mark.ring === ring)
					.map((mark) => {
						number += 1;
						return { ...mark, number, digits: digitsFor(number, chart.blipRadius) };
					})
			})).filter(({ blips }) => blips.length > 0)
		}))
		.filter(({ count }) => count > 0);
	const notRated = edition.blips.filter(({ ring }) => ring === null).map(({ name }) => name);
	return {
		chart,
		labels: fittedNames(
			chart.segments.flatMap(({ marks }) => marks),
			chart.blipRadius,
			{ fontSize: NAME_ROOM }
		),
		sections,
		notRated,
		letters: LETTERS.find((size) => fits(sections, notRated, size)) ?? null
	};
}

/** Share of a digit's height that its own width takes, and the space within a blip that numbers use. */
const DIGIT = { width: 0.6, most: 1.05, inside: 0.84 };

/** Digits as high as a blip of that radius allows for all of a number to lie in it. */
function digitsFor(number: number, radius: number): Numbered['digits'] {
	const across = DIGIT.width * String(number).length;
	// Half of the box's diagonal is the radius: digits are some 0.72 of their font's height.
	const height = Math.min(
		DIGIT.most * radius,
		(2 * radius * DIGIT.inside) / Math.hypot(across, 0.72)
	);
	return { height: rounded(height), width: rounded(across * height) };
}

function fits(
	sections: readonly PosterSection[],
	notRated: readonly string[],
	size: number
): boolean {
	const linesOf = (text: string, width: number) => wrapped(text, width, size).length;
	let lines = sections.reduce(
		(sum, { rings }) =>
			sum +
			HEADINGS.segment +
			rings.reduce(
				(inRings, { blips }) =>
					inRings +
					HEADINGS.ring +
					blips.reduce(
						(inRing, { blip }) => inRing + linesOf(blip.name, INDEX.width - NUMBER * size),
						0
					),
				0
			),
		0
	);
	const column = INDEX.height / (size * LEADING) - SLACK;
	if (notRated.length > 0) {
		const others = HEADINGS.segment + linesOf(notRated.join(', '), INDEX.width);
		// They stay in one piece: what of a column is left before them stays empty.
		const left = column - (lines % column);
		lines += others > left && others <= column ? left + others : others;
	}
	return lines <= INDEX.columns * column;
}
