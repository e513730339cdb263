import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { landscapeItems } from '#lib/radar/news/landscape-changes.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { observedReleases, releaseItems, type ReleasingProject } from '#lib/radar/news/releases.ts';
import { repositoryItems } from '#lib/radar/news/repository-changes.ts';
import { mergeItems } from '#lib/radar/news/same-item.ts';
import type { Observation } from '#lib/radar/observation/observation.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { recordDay } from '#lib/server/data/memberships.ts';
import type { newsFeed, newsItem, newsProject } from '#lib/server/db/schema.ts';

export interface NewsRows {
	items: (typeof newsItem.$inferInsert)[];
	links: (typeof newsProject.$inferInsert)[];
	feeds: (typeof newsFeed.$inferInsert)[];
}

type NewsData = Pick<
	DataFolder,
	'memberships' | 'news' | 'observations' | 'overrides' | 'feeds' | 'editions'
>;

/** Stored items, and those that landscape records and observations tell. Links to unknown projects are left out. */
export function newsRows(data: NewsData, projects: readonly ReleasingProject[]): NewsRows {
	const items = mergeItems(derivedItems(data, projects), data.news);
	const known = new Set(data.memberships.flatMap(({ members }) => members.map((m) => m.project)));
	return {
		items: items.map(({ day, projects: _, ...item }) => ({ ...item, publishedOn: day })),
		links: items.flatMap(({ id, projects: links }) =>
			links
				.filter(({ project }) => known.has(project))
				.map(({ project, how }) => ({ itemId: id, projectId: project, how }))
		),
		feeds: data.feeds.map(({ id, name, site, quote, off }) => ({
			id,
			name,
			site,
			quote,
			off: off !== undefined
		}))
	};
}

function derivedItems(
	{ memberships, observations, overrides }: NewsData,
	projects: readonly ReleasingProject[]
): NewsItem[] {
	const seen = [...observations].map((observation) => essence(observation, overrides));
	const byRepository = Map.groupBy(seen, ({ repository }) => repository);
	const releases = observedReleases(seen);
	const [oldest] = memberships;
	const since = oldest === undefined ? '' : recordDay(oldest);
	return [
		...landscapeItems(
			memberships.map((record) => ({ date: recordDay(record), members: record.members }))
		),
		...projects.flatMap((project) => {
			const key = identityKey(overrides, project.repository);
			return [
				...releaseItems(project, releases.get(key) ?? []),
				...repositoryItems(project, byRepository.get(key) ?? [])
			];
		})
		// Older releases only tell what came before.
	].filter(({ day }) => day >= since);
}

/** Only what news needs: thousands of observations are held at once. */
const essence = (
	{ repository, observedOn, source, mirror, values }: Observation,
	overrides: NewsData['overrides']
) => ({
	repository: identityKey(overrides, repository),
	observedOn,
	source,
	mirror,
	values: {
		...(values.lastStableTag !== undefined && { lastStableTag: values.lastStableTag }),
		...(values.lastStableRelease !== undefined && { lastStableRelease: values.lastStableRelease }),
		...(values.license !== undefined && { license: values.license }),
		...(values.nameWithOwner !== undefined && { nameWithOwner: values.nameWithOwner }),
		...(values.archived !== undefined && { archived: values.archived })
	}
});
