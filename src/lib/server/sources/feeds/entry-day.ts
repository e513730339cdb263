import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The calendar day as its author wrote it, in whatever time zone; null when it names none. It need not exist. */
function writtenDay(text: string): string | null {
	const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1];
	if (iso !== undefined) return iso;
	const [, day = '', month = '', year = ''] =
		/(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4})/i.exec(text) ?? [];
	const number = MONTHS.indexOf(month.toLowerCase()) + 1;
	if (number === 0) return null;
	return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function dayInUtc(text: string): Day | null {
	const time = Date.parse(text);
	if (Number.isNaN(time)) return null;
	const day = new Date(time).toISOString().slice(0, 10);
	return daySchema.safeParse(day).success ? day : null;
}

/**
 * The day of an entry: as written, or in UTC where it is still today there. Null when it names none, or one that is still
 * to come.
 */
export function entryDay(published: string | null, today: Day): Day | null {
	if (published === null) return null;
	const written = writtenDay(published);
	// JavaScript takes 30 February for 2 March.
	if (written !== null && !daySchema.safeParse(written).success) return null;
	if (written !== null && written <= today) return written;
	const day = dayInUtc(published);
	return day !== null && day <= today ? day : null;
}
