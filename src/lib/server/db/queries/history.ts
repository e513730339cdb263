import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import { historyOf, type History, type HistoryRow } from '#lib/radar/chart/history.ts';
import type { ConfidenceLevel } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { isFiledThere, isPublished } from '#lib/server/db/published.ts';
import { edition, membership, placement, project } from '#lib/server/db/schema.ts';

/** Rated projects of all editions, each edition under its published model. */
export function readHistory(db: Database): History {
	const editions = db
		.select({
			id: edition.id,
			date: edition.date,
			kind: edition.kind,
			blipRadius: edition.blipRadius
		})
		.from(edition)
		.orderBy(asc(edition.date))
		.all();
	const rows = db
		.select({
			edition: edition.id,
			project: placement.projectId,
			name: project.name,
			category: membership.category,
			ring: placement.ring,
			x: placement.x,
			y: placement.y,
			movement: placement.movement,
			confidence: sql<ConfidenceLevel>`json_extract(${placement.detail}, '$.confidence.level')`,
			archived: sql<number>`exists (
				select 1 from json_each(${placement.detail}, '$.gates') as gate
				where json_extract(gate.value, '$.id') = 'archived'
			)`
		})
		.from(placement)
		.innerJoin(edition, isPublished)
		.innerJoin(membership, isFiledThere)
		.innerJoin(project, eq(project.id, placement.projectId))
		.where(isNotNull(placement.x))
		.orderBy(asc(edition.date))
		.all();
	return historyOf(
		editions,
		rows.flatMap(({ ring, x, y, archived, ...row }): HistoryRow[] =>
			ring === null || x === null || y === null
				? []
				: [{ ...row, ring, x, y, archived: archived === 1 }]
		)
	);
}
