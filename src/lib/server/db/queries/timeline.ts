import { asc, eq, sql } from 'drizzle-orm';
import type { TimePoint } from '#lib/radar/edition/trends.ts';
import type { Database } from '#lib/server/db/database.ts';
import { isFiledThere, isPublished } from '#lib/server/db/published.ts';
import { edition, membership, observation, placement, project } from '#lib/server/db/schema.ts';

/** Projects of all editions, oldest first, each edition under its published model. */
export const placementsOverTime = (db: Database): TimePoint[] =>
	db
		.select({
			edition: edition.id,
			project: placement.projectId,
			name: project.name,
			category: membership.category,
			subcategory: membership.subcategory,
			ring: placement.ring,
			score: placement.score,
			commits90d: sql<number | null>`(
				select json_extract(${observation.values}, '$.commits90d')
				from ${observation}
				where ${observation.repositoryId} = ${project.repositoryId}
					and ${observation.observedOn} between substr(${edition.date}, 1, 8) || '01' and ${edition.date}
					and json_extract(${observation.values}, '$.commits90d') is not null
				order by ${observation.observedOn} desc, ${observation.sourceId} desc
				limit 1
			)`
		})
		.from(placement)
		.innerJoin(edition, isPublished)
		.innerJoin(membership, isFiledThere)
		.innerJoin(project, eq(project.id, placement.projectId))
		.orderBy(asc(edition.date), asc(project.name))
		.all();
