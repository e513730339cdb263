import { NIGHTS_KEPT_DAYS } from '#lib/radar/edition/nights.ts';
import type { EditionNews } from '#lib/radar/edition/moves/through.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { addDays } from '#lib/radar/words/days.ts';

const FEED_DAYS = 730;

/**
 * What a feed may tell, so that no entry changes and none comes back once it is gone. Between a night and one that is
 * old enough to be thinned out, nights may be missing: its moves would be those of a whole month.
 */
export function lastingEntries(
	entries: readonly EditionNews[],
	editions: readonly Pick<Edition, 'id' | 'date'>[]
): EditionNews[] {
	const newest = editions.at(-1);
	if (newest === undefined) return [];
	const oldest = addDays(newest.date, -FEED_DAYS);
	const oldestNight = addDays(newest.date, -NIGHTS_KEPT_DAYS);
	return entries.filter(
		({ edition, before }) =>
			edition.date > oldest &&
			(edition.kind === 'month' || edition.id === newest.id || before.date >= oldestNight)
	);
}
