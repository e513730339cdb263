import { chartOf, type Chart, type Mark } from '#lib/radar/chart/chart.ts';
import type { PlacedName } from '#lib/radar/chart/names/name-places.ts';
import { fittedNames } from '#lib/radar/chart/names/names.ts';
import type { EditionPage, EditionSegment } from '#lib/radar/edition/edition-page.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';
import { wrapped } from '#lib/radar/chart/names/wrap.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

interface Numbered extends Mark {
	number: number;
	/** Digit height and width of the number, in chart units. */
	digits: { height: number; width: number };
}

interface PosterSection {
	name: string;
	colour: EditionSegment['colour'];
	count: number;
	/** Without empty rings. */
	rings: { ring: Ring; blips: Numbered[] }[];
}

export interface Poster {
	chart: Chart;
	/** Those that fit. */
	labels: PlacedName[];
	sections: PosterSection[];
	/** Sorted. */
	notRated: string[];
	/** Letter height of the index in mm; null: it needs more sheets. */
	letters: number | null;
}

/** Letter height in chart units: 2.7 mm on A3. */
export const POSTER_NAME = 10.6;
/** Reserved height: some fonts are wider. */
const NAME_ROOM = 11.5;
/** In mm; the style sheet uses it. */
export const INDEX = { columns: 4, width: 30, gap: 3, height: 206 };
/** Line height, in letter heights. */
export const LEADING = 1.22;
/** Readable letter heights in mm: 8.5 to 6 points. */
const LETTERS = [3, 2.6, 2.45, 2.3, 2.12];
/** In lines, with the space above. */
const HEADINGS = { segment: 2.2, ring: 1.5 };
/** Width of a number, in letter heights. */
const NUMBER = 2.2;
/** Lines kept free per column, for headings that must not break. */
const SLACK = 3;

export function posterOf(edition: EditionPage): Poster {
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

/** Per digit height, per blip radius, usable share of the blip. */
const DIGIT = { width: 0.6, most: 1.05, inside: 0.84 };

function digitsFor(number: number, radius: number): Numbered['digits'] {
	const across = DIGIT.width * String(number).length;
	// Half the diagonal fits the radius; digits are 0.72 em high.
	const height = Math.min(
		DIGIT.most * radius,
		(2 * radius * DIGIT.inside) / Math.hypot(across, 0.72)
	);
	return { height: rounded(height, 1), width: rounded(across * height, 1) };
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
		// These stay together; the rest of the column stays empty.
		const left = column - (lines % column);
		lines += others > left && others <= column ? left + others : others;
	}
	return lines <= INDEX.columns * column;
}
