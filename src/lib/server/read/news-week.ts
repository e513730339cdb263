import type { TimePoint } from '#lib/radar/edition/trends.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { NewsProject } from '#lib/radar/news/week/news-line.ts';
import type { NewsWeek } from '#lib/radar/news/week/news-week.ts';
import { readWeek, type Week } from '#lib/radar/news/week/week.ts';
import type { Site } from './site.ts';

/** Week by id; null: the newest that has items. Null for an id that names no week, or a week without news around it. */
export function newsWeek(site: Site, id: string | null, quoted: boolean): NewsWeek | null {
	const { items, weeks, feeds, quotes, failing } = site.newsArchive();
	const week = id === null ? weeks[0] : readWeek(id);
	if (week === undefined || week === null) return null;
	if (!weeks.some((known) => known.id === week.id)) return null;
	const editions = site.editions();
	const edition = editions.findLast(({ date }) => date <= week.to) ?? editions[0];
	if (edition === undefined) return null;
	const told = items.filter(({ day }) => day >= week.from && day <= week.to);
	return {
		week,
		edition,
		weeks: weeks.map((known) => known.id),
		items: told,
		projects: projectsOn(site, told, edition.id),
		feeds: of(
			feeds,
			told.map(({ source }) => source)
		),
		quotes: quoted
			? of(
					quotes,
					told.map((item) => item.id)
				)
			: {},
		failing
	};
}

/** Ids of all weeks, the newest first. */
export const newsWeeks = (site: Site): Week[] => site.newsArchive().weeks;

/** Projects of items, with their rings in the edition `shown`. */
function projectsOn(
	site: Site,
	items: readonly NewsItem[],
	shown: string
): Record<string, NewsProject> {
	const wanted = new Set(items.flatMap(({ projects }) => projects.map((link) => link.project)));
	const projects: Record<string, NewsProject> = {};
	const rings = new Map<string, TimePoint['ring']>();
	// Oldest first: the newest name and segment win.
	for (const { edition, project, name, category, ring } of site.overTime()) {
		if (!wanted.has(project)) continue;
		if (edition === shown) rings.set(project, ring);
		projects[project] = { name, category, ring: rings.get(project) ?? null };
	}
	return projects;
}

function of(
	texts: Readonly<Record<string, string>>,
	ids: readonly string[]
): Record<string, string> {
	return Object.fromEntries(
		[...new Set(ids)].flatMap((id) => (texts[id] === undefined ? [] : [[id, texts[id]]]))
	);
}
