import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import { dayText, editionText } from '#lib/radar/words/days.ts';

/** How old the data of a picture are; a picture travels without its page. No clock: the same edition gives the same words. */
export function dataAge({ edition, editions }: Pick<EditionPage, 'edition' | 'editions'>): string {
	const newest = editions.at(-1);
	return newest === undefined || newest.date <= edition.date
		? `Data up to ${dayText(edition.date)}.`
		: `Old data, up to ${dayText(edition.date)}. Newest: ${editionText(newest.id)}.`;
}
