import { NONE } from '#lib/radar/explore/filter.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { placesEverFiled, projectIds } from '#lib/server/db/queries/projects.ts';
import type { Site } from './site.ts';

/** Values of a parameter that the data holds, sorted; null for one that takes any text. `edition`: the one asked for. */
export function knownValues(
	site: Pick<Site, 'db' | 'edition' | 'standings'>,
	edition: Edition | null
): (parameter: string) => readonly string[] | null {
	const distinct = (values: readonly string[]) => [...new Set(values)].sort();
	const ofPlaces = (name: (place: ReturnType<typeof placesEverFiled>[number]) => string) => () =>
		distinct(placesEverFiled(site.db).map(name));
	const languages = () => {
		const editions = [edition, site.edition(null)].filter((one) => one !== null);
		const standings = editions.flatMap((one) => site.standings(one));
		return distinct([...standings.flatMap(({ blip }) => blip.language ?? []), NONE]);
	};
	const readers = new Map<string, () => readonly string[]>([
		['category', ofPlaces(({ category }) => category)],
		['segment', ofPlaces(({ category }) => category)],
		['subcategory', ofPlaces(formatPath)],
		['language', languages],
		['project', () => projectIds(site.db)]
	]);
	return (parameter) => readers.get(parameter)?.() ?? null;
}
