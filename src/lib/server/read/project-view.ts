import { and, asc, eq } from 'drizzle-orm';
import { movedForLackOfData } from '#lib/radar/edition/moves/moved-for-lack-of-data.ts';
import { moveReason } from '#lib/radar/edition/moves/move-reason.ts';
import { isKnownOn } from '#lib/radar/observation/observation.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { HistoryPoint, ProjectPage } from '#lib/radar/edition/page-data.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { projectInEdition } from '#lib/radar/edition/project-in-edition.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { cutOffsOf, type CutOffs } from '#lib/radar/model/ring-bounds.ts';
import { safeUrl } from '#lib/radar/words/safe-url.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	edition,
	expertPlacement,
	membership,
	observation,
	placement,
	project,
	repository
} from '#lib/server/db/schema.ts';
import { settingsOf } from './editions.ts';
import { sourcesOf } from './project-sources.ts';
import { standingsOf } from './standings.ts';

type SeenRow = typeof observation.$inferSelect;

export const projectIds = (db: Database): string[] =>
	db
		.select({ id: project.id })
		.from(project)
		.orderBy(asc(project.id))
		.all()
		.map(({ id }) => id);

/** A project as of an edition; null when it does not exist. `standings`: of that edition, if at hand. */
export function projectView(
	db: Database,
	id: string,
	shown: Edition,
	standings: readonly Standing[] = standingsOf(db, shown, settingsOf(db, shown).model)
): ProjectPage | null {
	const known = db
		.select({ project, repository })
		.from(project)
		.leftJoin(repository, eq(repository.id, project.repositoryId))
		.where(eq(project.id, id))
		.get();
	if (known === undefined) return null;
	const { model } = settingsOf(db, shown);
	const cutOffs = cutOffsOf(model);
	const standing = projectInEdition(id, () => lastPaths(db, id), shown, standings);
	const history = historyOf(db, id, shown, cutOffs);
	const seen =
		known.repository === null
			? []
			: db
					.select()
					.from(observation)
					.where(eq(observation.repositoryId, known.repository.id))
					.orderBy(
						asc(observation.observedOn),
						asc(observation.sourceId),
						asc(observation.learntOn)
					)
					.all()
					.filter(({ observedOn }) => observedOn <= shown.date);
	const observed = newestValues(
		seen.filter((row) => isKnownOn(row, shown.date, model.learnt_until))
	);
	const { facts } = known.project;
	const repositoryUrl = known.repository && `https://github.com/${known.repository.nameWithOwner}`;
	return {
		id,
		name: known.project.name,
		homepage: safeUrl(known.project.homepage),
		repository: known.repository?.nameWithOwner ?? null,
		repositoryUrl,
		...standing,
		cncf: {
			accepted: facts.accepted,
			incubating: facts.incubating,
			graduated: facts.graduated,
			archived: facts.archived
		},
		observed,
		history,
		series: seriesOf(seen, history),
		references: referencesOf(model),
		cutOffs,
		experts: known.repository === null ? [] : expertsOf(db, known.repository.key),
		sources: sourcesOf(db, repositoryUrl, observed, standing)
	};
}

const referencesOf = ({ dimensions }: Model): ProjectPage['references'] =>
	Object.fromEntries(
		dimensions.flatMap(({ metrics }) => metrics.map(({ id, curve }) => [id, curve]))
	);

/** History under the model of the shown edition, oldest first. */
function historyOf(
	db: Database,
	id: string,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>,
	cutOffs: CutOffs
): HistoryPoint[] {
	const rows = db
		.select({
			edition: edition.id,
			date: edition.date,
			ring: placement.ring,
			score: placement.score,
			movement: placement.movement,
			detail: placement.detail
		})
		.from(placement)
		.innerJoin(
			edition,
			and(eq(edition.id, placement.editionId), eq(placement.modelVersion, version))
		)
		.where(eq(placement.projectId, id))
		.orderBy(asc(edition.date))
		.all();
	return rows.map(({ detail, ...point }, i) => {
		const before = rows[i - 1]?.detail;
		const reason = before === undefined ? null : moveReason(before, detail, cutOffs);
		if (before === undefined || reason === null) return point;
		const lacksData = movedForLackOfData(before, detail, cutOffs);
		return { ...point, reason, ...(lacksData && { lacksData }) };
	});
}

/** Last paths of a project that left. */
function lastPaths(db: Database, id: string): LandscapePath[] {
	const rows = db
		.select({ paths: membership.paths })
		.from(membership)
		.innerJoin(edition, eq(edition.id, membership.editionId))
		.where(eq(membership.projectId, id))
		.orderBy(asc(edition.date))
		.all();
	return rows.at(-1)?.paths ?? [];
}

function newestValues(seen: readonly SeenRow[]): ProjectPage['observed'] {
	const newest = new Map<string, ProjectPage['observed'][number]>();
	for (const { values, observedOn, sourceId, mirror } of seen) {
		for (const [field, value] of Object.entries(values)) {
			newest.set(field, { field, value, observedOn, source: sourceId, mirror });
		}
	}
	return [...newest.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** Last value per month; null in months without observations. */
function seriesOf(
	seen: readonly SeenRow[],
	history: readonly HistoryPoint[]
): ProjectPage['series'] {
	return history.map(({ date }) => {
		const month = seen.filter(
			({ observedOn }) => observedOn.slice(0, 7) === date.slice(0, 7) && observedOn <= date
		);
		const last = <F extends ObservedField>(field: F): SeenRow['values'][F] | null =>
			month.findLast(({ values }) => values[field] !== undefined)?.values[field] ?? null;
		return {
			date,
			commits90d: last('commits90d') ?? null,
			authors365d: last('authors365d') ?? null,
			stableReleaseDays365d: last('stableReleaseDays365d') ?? null,
			stars: last('stars') ?? null
		};
	});
}

const expertsOf = (db: Database, repositoryKey: string): ProjectPage['experts'] =>
	db
		.select({
			ring: expertPlacement.ring,
			source: expertPlacement.source,
			date: expertPlacement.date,
			secondary: expertPlacement.secondary
		})
		.from(expertPlacement)
		.where(eq(expertPlacement.repositoryKey, repositoryKey))
		.all()
		.sort((a, b) => (a.date < b.date ? 1 : -1));
