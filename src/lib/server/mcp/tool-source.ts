import { digestPlace } from '#lib/radar/news/week/digest-place.ts';
import { ToolError, type ToolSource } from '#lib/radar/tools/tool.ts';
import { newsWeek } from '#lib/server/read/news-week.ts';
import { databaseReader } from '#lib/server/read/reader.ts';
import type { Site } from '#lib/server/read/site.ts';

/** `address`: of the site, with a slash at its end; null where it is not known. */
export const toolSource = (site: Site, address: string | null): ToolSource => ({
	reader: databaseReader(site),
	// Sentences of others are not handed on.
	week: (id) => newsWeek(site, id, false),
	place: () => {
		const newest = site.edition(null);
		if (newest === null) throw new ToolError('No edition has been published yet.');
		return digestPlace(site.settings(newest), address);
	}
});
