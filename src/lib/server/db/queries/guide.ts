import { asc, eq, lte, sql } from 'drizzle-orm';
import { distinctPaths, formatPath } from '#lib/radar/landscape/path.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, observation, repository } from '#lib/server/db/schema.ts';

/** `Category / Box` of every place in which any project was ever filed. */
export const boxesEverFiled = (db: Database): string[] =>
	distinctPaths(
		db
			.selectDistinct({ paths: membership.paths })
			.from(membership)
			.all()
			.flatMap(({ paths }) => paths)
	).map(formatPath);

/** Helm charts by `owner/name`, as last seen by an edition's day; repositories that were not looked into are absent. */
export function helmChartsSeen(db: Database, { date }: Pick<Edition, 'date'>): Map<string, number> {
	const rows = db
		.select({
			name: repository.nameWithOwner,
			charts: sql<number | null>`json_extract(${observation.values}, '$.helmCharts')`
		})
		.from(observation)
		.innerJoin(repository, eq(repository.id, observation.repositoryId))
		.where(lte(sql`coalesce(${observation.learntOn}, ${observation.observedOn})`, date))
		.orderBy(asc(observation.observedOn))
		.all();
	return new Map(
		rows.flatMap(({ name, charts }) => (charts === null ? [] : [[name, charts] as const]))
	);
}
