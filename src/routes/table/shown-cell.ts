import { lostItsRing, movementText } from '#lib/radar/edition/moves/words.ts';
import { metricText } from '#lib/radar/observation/observed-words.ts';
import { safeUrl, githubUrl } from '#lib/radar/words/addresses.ts';
import { scoreText, countText } from '#lib/radar/words/numbers.ts';
import type { Column } from '#lib/radar/explore/table-columns.ts';
import type { TableRow } from '#lib/radar/explore/table-row.ts';
import {
	CONFIDENCE_WORDS,
	dataReason,
	LICENSE_WORDS,
	MATURITY_WORDS,
	MOVEMENT_WORDS,
	RING_WORDS,
	ringText,
	TREND_WORDS,
	unhyphenated
} from '#lib/radar/words/labels.ts';
import { dayText } from '#lib/radar/words/days.ts';
import { isBroken } from '#lib/radar/chart/shape.ts';
import { glyphOf } from '#lib/components/design/glyph-of.ts';
import { hueStyle, type Colour } from '#lib/components/design/hue.ts';

export interface ShownCell {
	text: string;
	/** Class names. */
	look?: 'quiet' | 'number' | 'number quiet' | 'number score';
	/** From `glyphs.css`. */
	glyph?: string | null;
	style?: string;
	/** External address. */
	href?: string;
	/** Full text when the cell may cut it. */
	title?: string;
}

const NOTHING = '–';
const MOVES = { new: 'star', in: 'arc-in', out: 'arc-out', none: null, left: null } as const;
/** In characters; longer text may be cut. */
const SHORT = 20;

/** Undefined for short text. */
export const wholeIfLong = (text: string): string | undefined =>
	text.length > SHORT ? text : undefined;

const quietIf = (quiet: boolean, text: string): ShownCell =>
	quiet ? { text, look: 'quiet' } : { text };

const DRAWN: Partial<Record<string, (row: TableRow, colour: Colour | undefined) => ShownCell>> = {
	ring: ({ ring }) => ({
		text: ringText(ring),
		glyph: ring ?? 'not-rated'
	}),
	score: ({ score }) => ({
		text: score === null ? NOTHING : scoreText(score),
		look: 'number score',
		style: `--score: ${score ?? 0}%`
	}),
	movement: (row) => ({
		...quietIf(row.movement === 'none' && !lostItsRing(row), movementText(row) ?? NOTHING),
		glyph: isBroken(row) ? `${MOVES[row.movement]} broken` : MOVES[row.movement],
		title: isBroken(row) ? `${MOVEMENT_WORDS[row.movement]}${dataReason(row)}` : undefined
	}),
	category: (row, colour) => ({
		text: row.category,
		glyph: glyphOf(row),
		style: hueStyle(colour)
	}),
	trend: ({ trend }) =>
		trend === null
			? quietIf(true, NOTHING)
			: { ...quietIf(trend === 'steady', TREND_WORDS[trend]), glyph: trend },
	confidence: ({ ring, confidence, borderline }) => {
		const words = CONFIDENCE_WORDS[confidence].replace(' confidence', '');
		return quietIf(
			ring === null,
			`${ring === null ? NOTHING : words}${borderline ? ', borderline' : ''}`
		);
	},
	maturity: ({ maturity }) =>
		maturity === null ? quietIf(true, NOTHING) : { text: MATURITY_WORDS[maturity] },
	licenseClass: ({ licenseClass }) =>
		quietIf(licenseClass === 'unknown', LICENSE_WORDS[licenseClass]),
	previousRing: ({ previousRing }) => ({
		text: previousRing === null ? NOTHING : RING_WORDS[previousRing]
	}),
	ringWithoutCncf: ({ withoutCncf }) => ({
		text: withoutCncf === null ? NOTHING : RING_WORDS[withoutCncf.ring]
	}),
	id: ({ id }) => ({ text: id }),
	repository: ({ repository }) =>
		repository === null ? { text: NOTHING } : { text: repository, href: githubUrl(repository) },
	homepage: ({ homepage }) => {
		const url = safeUrl(homepage);
		return url === null ? { text: NOTHING } : { text: new URL(url).hostname, href: url };
	},
	license: ({ license }) => ({ text: license ?? NOTHING })
};

export function shownCell(row: TableRow, column: Column, colour: Colour | undefined): ShownCell {
	const drawn = DRAWN[column.id];
	if (drawn !== undefined) return drawn(row, colour);
	const value = column.value(row);
	const text = plainText(value, column);
	const quiet = value === null;
	return {
		text,
		look: column.numeric ? (quiet ? 'number quiet' : 'number') : quiet ? 'quiet' : undefined,
		title: wholeIfLong(text)
	};
}

function plainText(value: number | string | null, { digits, set }: Column): string {
	if (value === null) return NOTHING;
	if (typeof value === 'string') return set === 'days' ? dayText(value) : unhyphenated(value);
	if (digits === undefined || digits === 0) return countText(value);
	return set === 'observed' ? metricText(value, '') : value.toFixed(digits);
}
