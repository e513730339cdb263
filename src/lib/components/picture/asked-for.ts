import { FACET_IDS } from '#lib/radar/explore/filter.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';
import { FACET_WORDS, valueText } from '#lib/components/filter/options.ts';

/** In words; empty without search and filters. */
export function askedFor({ query, filter }: Asked): string {
	const asked = [
		...FACET_IDS.filter((facet) => filter[facet].length > 0).map(
			(facet) =>
				`${FACET_WORDS[facet]}: ${filter[facet].map((value) => valueText(facet, value)).join(', ')}`
		),
		...(query === '' ? [] : [`Search: “${query}”`])
	];
	return asked.length === 0 ? '' : `${asked.join('. ')}.`;
}
