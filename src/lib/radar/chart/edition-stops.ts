import type { Edition } from '#lib/radar/model/placement.ts';

/** Months, and nights after the last: a year of nights would crowd the slider. */
export function editionStops<T extends Pick<Edition, 'kind' | 'date'>>(
	editions: readonly T[]
): T[] {
	const lastMonth = editions.findLast(({ kind }) => kind === 'month')?.date ?? '';
	return editions.filter(({ kind, date }) => kind === 'month' || date > lastMonth);
}
