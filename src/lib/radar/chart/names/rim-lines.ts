import { RIM, type Segment } from '#lib/radar/chart/geometry.ts';
import { textWidth } from './text-width.ts';
import { wholeWords, wrapped } from './wrap.ts';

/** Bold width factor in wide fonts. */
const BOLD = 1.2;
/** In font sizes: from one line to the next, and to the neighbours. */
const STEP = 1.1;
const GAP = 0.8;
/** Chart units: letters whose feet point outwards stand so much further out. */
const FEET = 12;

/** Chart units: the largest letters of large and middle charts, and of small ones. */
export const RIM_FONT = { large: 21, small: 33.5 };

export interface RimLine {
	text: string;
	/** Chart units, of the arc that the letters stand on. */
	radius: number;
	/** Radians that the text takes. */
	turn: number;
}

/** In the lower half letters stand the other way round. */
export function isBelow({ start, end }: Omit<Segment, 'category'>): boolean {
	const middle = (start + end) / 2;
	return middle > Math.PI / 2 && middle < 1.5 * Math.PI;
}

/** A segment's name on one line or two along its rim, in chart units; none where its first word does not fit. */
export function rimLines(
	name: string,
	segment: Omit<Segment, 'category'>,
	size: keyof typeof RIM_FONT
): RimLine[] {
	const font = RIM_FONT[size];
	const room = (((segment.end - segment.start) * RIM) / font - GAP) / BOLD;
	const [first = '', ...others] = wrapped(name, room, 1);
	if (textWidth(first) > room) return [];
	const second = wholeWords(others.join(' '), room);
	const texts = second === '' ? [wholeWords(name, room) || first] : [first, second];
	const below = isBelow(segment);
	return texts.map((text, at) => ({
		text,
		radius: RIM + (below ? FEET + font * STEP * at : font * STEP * (texts.length - 1 - at)),
		turn: (textWidth(text) * font * BOLD) / RIM
	}));
}
