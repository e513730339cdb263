import { asc, eq } from 'drizzle-orm';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { landscapeItems } from '#lib/radar/news/landscape-changes.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import {
	observedReleases,
	releaseItems,
	type ReleasingProject
} from '#lib/radar/news/releases/releases.ts';
import { repositoryItems } from '#lib/radar/news/releases/repository-changes.ts';
import { mergeItems } from '#lib/radar/news/articles/same-item.ts';
import type { Observation } from '#lib/radar/observation/observation.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { recordDay } from '#lib/server/data/memberships.ts';
import { replaceContents } from '#lib/server/db/contents.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newsFeed, newsItem, newsProject, project, repository } from '#lib/server/db/schema.ts';

type NewsData = Pick<DataFolder, 'memberships' | 'news' | 'observations' | 'overrides' | 'feeds'>;

/** Makes the tables of the news match `data/`, after its projects. Call it in a transaction with deferred foreign keys. */
export function loadNews(db: Database, data: NewsData): void {
	const items = mergeItems(derivedItems(data, releasingProjects(db)), data.news);
	const known = new Set(data.memberships.flatMap(({ members }) => members.map((m) => m.project)));
	replaceContents(db, [
		{ table: newsFeed, key: [newsFeed.id], rows: data.feeds.map(feedRow) },
		{
			table: newsItem,
			key: [newsItem.id],
			rows: items.map(({ day, projects: _, ...item }) => ({ ...item, publishedOn: day }))
		},
		{
			table: newsProject,
			key: [newsProject.itemId, newsProject.projectId],
			rows: items.flatMap(({ id, projects }) =>
				projects
					.filter(({ project: linked }) => known.has(linked))
					.map(({ project: linked, how }) => ({ itemId: id, projectId: linked, how }))
			)
		}
	]);
}

const feedRow = ({ id, name, site, quote, off }: NewsData['feeds'][number]) => ({
	id,
	name,
	site,
	quote,
	off: off !== undefined
});

/** Projects with a repository; two can share one. */
export const releasingProjects = (db: Database): ReleasingProject[] =>
	db
		.select({ id: project.id, name: project.name, repository: repository.nameWithOwner })
		.from(project)
		.innerJoin(repository, eq(repository.id, project.repositoryId))
		.orderBy(asc(project.id))
		.all();

function derivedItems(
	{ memberships, observations, overrides }: NewsData,
	projects: readonly ReleasingProject[]
): NewsItem[] {
	const seen = [...observations].map((observation) => essence(observation, overrides));
	const byRepository = Map.groupBy(seen, ({ repository }) => repository);
	const releases = observedReleases(seen);
	const [oldest] = memberships;
	const since = oldest === undefined ? '' : `${recordDay(oldest).slice(0, 7)}-01`;
	return [
		...landscapeItems(
			memberships.map((record) => ({ date: recordDay(record), members: record.members }))
		),
		...projects.flatMap((owner) => {
			const key = identityKey(overrides, owner.repository);
			return [
				...releaseItems(owner, releases.get(key) ?? []),
				...repositoryItems(owner, byRepository.get(key) ?? [])
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
