import { newsAskedFrom } from '#lib/radar/news/asked-news.ts';
import { digestPlace } from '#lib/radar/news/week/digest-place.ts';
import { WEEK_FORMATS, type WeekFormatId } from '#lib/radar/news/week/week-formats.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { newsWeek } from '#lib/server/read/news-week.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, siteAddress, UsageError, type Command } from './command.ts';
import { writeOut } from './output/write-out.ts';

const LIST = Object.entries(WEEK_FORMATS)
	.map(([id, { says }]) => `                   ${id.padEnd(5)} ${says}`)
	.join('\n');

const isFormat = (id: string): id is WeekFormatId => Object.hasOwn(WEEK_FORMATS, id);

export const newsCommand: Command = {
	name: 'news',
	summary: 'Writes a week of news',
	help: `Usage: npm run radar -- news [--week ID] [--format FORMAT] [--view QUERY] [--site URL] [--out FILE]

Writes a week of news as the site serves it, to standard output or to a file. npm run news fetches news.

  --week ID        such as 2026-W35 (default: the newest)
  --format FORMAT  default: md
${LIST}
  --view QUERY     only what a view of the page shows: the part of its address after "?"
  --site URL       where the site is published, for links to it
  --out FILE       the file to write

Exit codes: 0 written; 2 usage, no database, no such week.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				week: { type: 'string' },
				format: { type: 'string', default: 'md' },
				view: { type: 'string', default: '' },
				site: { type: 'string' },
				out: { type: 'string' }
			}
		});
		const { format } = values;
		if (!isFormat(format)) {
			throw new UsageError(`There is no format "${format}". --format is one of:\n\n${LIST}`);
		}
		const address = values.site === undefined ? null : siteAddress(values.site);
		const asked = newsAskedFrom(new URLSearchParams(values.view));
		const site = new Site(databasePath(io.env));
		try {
			// What is written here leaves the instance: no sentence of others.
			const week = newsWeek(site, values.week ?? null, false);
			const newest = site.edition(null);
			if (week === null || newest === null) {
				throw new UsageError(
					values.week === undefined
						? 'There is no news yet: run npm run news.'
						: `There is no news of "${values.week}": --week wants a week such as 2026-W35.`
				);
			}
			const place = digestPlace(site.settings(newest), address);
			writeOut(io, WEEK_FORMATS[format].make(week, asked, place), values.out);
		} finally {
			site.close();
		}
		return 0;
	}
};
