import { chartOf, countMarks, type Chart, type Mark } from '#lib/radar/chart/chart.ts';
import { isBroken } from '#lib/radar/chart/shape.ts';
import type { PlacedName } from '#lib/radar/chart/names/name-places.ts';
import { chartNames, namesOf, namesOfMatching } from '#lib/radar/chart/names/names.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';
import { MOVEMENT_WORDS } from '#lib/radar/words/labels.ts';
import { alphabetically } from '#lib/radar/words/order.ts';

export interface Figure {
	chart: Chart;
	/** Zoomed segment; null for the whole radar. */
	segment: string | null;
	names: readonly PlacedName[];
	projects: number;
	matching: number;
	/** Among the matches. */
	notRated: number;
	rings: { ring: Ring; count: number }[];
	segments: { name: string; colour: Chart['segments'][number]['colour']; count: number }[];
	/** One line per direction, plus those that the data made; long lines end in a count. */
	moves: string[];
	/** Some arc is drawn broken. */
	hasBroken: boolean;
	/** False: dimmed. */
	matches: (id: string) => boolean;
}

/** `matching`: ids; null without a filter. */
export function figureOf(
	edition: EditionPage,
	view: Asked,
	matching: ReadonlySet<string> | null
): Figure {
	const segment = edition.segments.some(({ name }) => name === view.segment) ? view.segment : null;
	const chart = chartOf(edition, segment);
	const matches = (id: string) => matching === null || matching.has(id);
	const marks = chart.segments.flatMap((slice) => slice.marks);
	const count = countMarks(chart, matching);
	const all = segment === null ? namesOf(edition) : chartNames(chart);
	return {
		chart,
		segment,
		names: !view.names
			? []
			: (matching === null
					? all
					: namesOfMatching(
							marks.filter(({ id }) => matches(id)),
							chart,
							all
						)
				).large,
		projects: edition.blips.length,
		matching: edition.blips.filter(({ id }) => matches(id)).length,
		notRated: edition.blips.filter(({ id, ring }) => ring === null && matches(id)).length,
		rings: RINGS.map((ring) => ({
			ring,
			count: chart.segments.reduce((sum, { name }) => sum + count(name, ring), 0)
		})),
		segments: chart.segments.map(({ name, colour }) => ({ name, colour, count: count(name) })),
		moves: MOVES.flatMap(({ words, is }) =>
			movesOf(
				marks.filter(({ id, blip }) => is(blip) && matches(id)),
				words
			)
		),
		hasBroken: marks.some(({ blip }) => isBroken(blip)),
		matches
	};
}

const MOST_NAMED = 8;

const MOVES: readonly { words: string; is: (blip: Blip) => boolean }[] = [
	{ words: MOVEMENT_WORDS.in, is: (blip) => blip.movement === 'in' && !isBroken(blip) },
	{ words: MOVEMENT_WORDS.out, is: (blip) => blip.movement === 'out' && !isBroken(blip) },
	{ words: `${MOVEMENT_WORDS.out}, data too old`, is: ({ lacksData }) => lacksData },
	{
		words: `${MOVEMENT_WORDS.in}, newly measured`,
		is: ({ movement, newlyMeasured }) => newlyMeasured && movement === 'in'
	},
	{
		words: `${MOVEMENT_WORDS.out}, newly measured`,
		is: ({ movement, newlyMeasured }) => newlyMeasured && movement === 'out'
	}
];

function movesOf(marks: readonly Mark[], words: string): string[] {
	if (marks.length === 0) return [];
	const names = marks.map(({ blip }) => blip.name).sort(alphabetically);
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
	return [`${words}: ${names.slice(0, MOST_NAMED).join(', ')}${more}.`];
}
