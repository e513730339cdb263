import { daysBetween, monthEnd } from '#lib/radar/words/days.ts';
import type { Edition } from '#lib/radar/model/placement.ts';

export interface EditionIds {
	from: string;
	to: string;
}

type Dated = Pick<Edition, 'id' | 'date'>;

/**
 * `?from=&to=`; default: the newest edition, and the one before `to`. An edition that has been dropped stands for the
 * nearest one that is left; what was never between the first and the newest stays as it is. `editions`: oldest first.
 */
export function askedPair(params: URLSearchParams, editions: readonly Dated[]): EditionIds {
	const to = nearest(params.get('to') || editions.at(-1)?.id || '', editions);
	const before = editions[editions.findIndex(({ id }) => id === to) - 1]?.id ?? to;
	return { from: nearest(params.get('from') || before, editions), to };
}

function nearest(id: string, editions: readonly Dated[]): string {
	const [first, last] = [editions[0], editions.at(-1)];
	const day = dayOf(id);
	if (first === undefined || last === undefined || day === null) return id;
	if (editions.some((edition) => edition.id === id)) return id;
	if (day < first.date || day > last.date) return id;
	const away = ({ date }: Dated) => Math.abs(daysBetween(date, day));
	return editions.reduce((best, edition) => (away(edition) < away(best) ? edition : best)).id;
}

/** Null: no id of an edition. */
function dayOf(id: string): string | null {
	const day = /^\d{4}-(0[1-9]|1[0-2])$/.test(id) ? monthEnd(id) : id;
	return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
