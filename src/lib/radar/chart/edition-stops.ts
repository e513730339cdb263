import type { Edition } from '#lib/radar/model/placement.ts';

/**
 * The editions that the slider stops at: the months, and the nights since the last of them. Older nights stay reachable
 * by their address; a year of them would leave a slider no room for the months.
 */
export function editionStops<T extends Pick<Edition, 'kind' | 'date'>>(
	editions: readonly T[]
): T[] {
	const lastMonth = editions.findLast(({ kind }) => kind === 'month')?.date ?? '';
	return editions.filter(({ kind, date }) => kind === 'month' || date > lastMonth);
}
