import { and, eq, inArray } from 'drizzle-orm';
import { parseObservation } from '#lib/radar/observation/observation.ts';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { checkpointFile, formatCheckpoint } from '#lib/server/data/checkpoints.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	edition,
	observation,
	placement,
	placementObservation,
	repository
} from '#lib/server/db/schema.ts';
import type { ListedEdition } from '#lib/server/data/edition-list.ts';
import type { FolderFiles } from '#lib/server/data/folder.ts';
import { GIT_SOURCE } from '#lib/server/sources/git/source.ts';
import { GITHUB_SOURCE } from '#lib/server/sources/github/facts/draft.ts';
import { mergeLines } from '#lib/server/crawl/observation-lines.ts';

/** Sources asked every night. */
const NIGHTLY: string[] = [GITHUB_SOURCE, GIT_SOURCE];

/** Nights before `oldest` but the last of their month. */
export function nightsToDrop(editions: readonly ListedEdition[], oldest: Day): ListedEdition[] {
	const nights = editions.filter(({ kind }) => kind === 'night');
	return nights.filter(
		({ date }) =>
			date < oldest &&
			nights.some((other) => other.date > date && other.date.slice(0, 7) === date.slice(0, 7))
	);
}

/**
 * Drops old nights but keeps what published editions rest on; call it in a transaction.
 * `files` and `data` include the new night; nights since `oldest` stay.
 */
export function dropOldNights(
	db: Database,
	files: FolderFiles,
	data: Pick<DataFolder, 'editions' | 'overrides'>,
	oldest: Day
): Map<string, string | null> {
	const dropped = nightsToDrop(data.editions, oldest);
	const kept = data.editions.filter((one) => !dropped.includes(one));
	const changes = new Map([
		...checkpointChanges(db, files, data.editions, dropped),
		...foldNights(db, files, data, kept, oldest)
	]);
	if (dropped.length > 0) {
		const ids = dropped.map(({ id }) => id);
		db.delete(edition).where(inArray(edition.id, ids)).run();
		changes.set('editions.ndjson', kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
	}
	return changes;
}

/** A checkpoint replaces a dropped previous night. */
function checkpointChanges(
	db: Database,
	files: FolderFiles,
	editions: readonly ListedEdition[],
	dropped: readonly ListedEdition[]
): [string, string | null][] {
	return editions.flatMap((one, at): [string, string | null][] => {
		const file = checkpointFile(one.id);
		if (dropped.includes(one)) return files.read(file) === null ? [] : [[file, null]];
		const before = editions[at - 1];
		if (before === undefined || !dropped.includes(before)) return [];
		const rows = db.select().from(placement).where(eq(placement.editionId, before.id)).all();
		return [[file, formatCheckpoint(rows.map(({ detail }) => detail))]];
	});
}

function foldNights(
	db: Database,
	files: FolderFiles,
	{ overrides }: Pick<DataFolder, 'overrides'>,
	kept: readonly ListedEdition[],
	oldest: Day
): [string, string | null][] {
	const nights = new Set(kept.map(({ date }) => date));
	const isOver = (day: Day) => day < oldest && !nights.has(day);
	const old = files.list('observations').flatMap((file) => {
		const day = /(\d{4}-\d{2}-\d{2})\.ndjson$/.exec(file)?.[1];
		return day !== undefined && isOver(day) ? [{ file, month: day.slice(0, 7) }] : [];
	});
	if (old.length === 0) return [];

	const needed = observationsRestedOn(
		db,
		kept.map(({ id }) => id)
	);
	const stays = (line: string): boolean => {
		if (line.trim() === '') return false;
		const seen = readable(line);
		if (seen === null || !NIGHTLY.includes(seen.source)) return true;
		if (seen.learntOn !== undefined || !isOver(seen.observedOn)) return true;
		return needed.has(keyOf(identityKey(overrides, seen.repository), seen.observedOn));
	};
	const linesOf = (file: string) => (files.read(file) ?? '').split('\n').filter(stays);
	const folded = [...Map.groupBy(old, ({ month }) => month)].flatMap(
		([month, group]): [string, string | null][] => {
			const file = `observations/${month}.ndjson`;
			const text = mergeLines(
				linesOf(file).join('\n'),
				group.flatMap((one) => linesOf(one.file))
			);
			const before = files.read(file);
			return [
				...(text === (before ?? '') ? [] : [[file, text] as [string, string]]),
				...group.map((one): [string, null] => [one.file, null])
			];
		}
	);
	forgetObservations(db, isOver, needed);
	return folded;
}

function readable(line: string) {
	try {
		return parseObservation(line);
	} catch {
		return null;
	}
}

const keyOf = (repositoryKey: string, day: Day): string => `${repositoryKey}\u0000${day}`;

function observationsRestedOn(db: Database, editions: readonly string[]): Set<string> {
	const rows = db
		.selectDistinct({ key: repository.key, day: observation.observedOn })
		.from(placementObservation)
		.innerJoin(observation, eq(observation.id, placementObservation.observationId))
		.innerJoin(repository, eq(repository.id, observation.repositoryId))
		.where(
			and(
				inArray(observation.sourceId, NIGHTLY),
				inArray(placementObservation.editionId, [...editions])
			)
		)
		.all();
	return new Set(rows.map(({ key, day }) => keyOf(key, day)));
}

function forgetObservations(
	db: Database,
	isOver: (day: Day) => boolean,
	needed: ReadonlySet<string>
): void {
	const over = db
		.select({ id: observation.id, key: repository.key, day: observation.observedOn })
		.from(observation)
		.innerJoin(repository, eq(repository.id, observation.repositoryId))
		.where(
			and(inArray(observation.sourceId, NIGHTLY), eq(observation.learntOn, observation.observedOn))
		)
		.all()
		.filter(({ key, day }) => isOver(day) && !needed.has(keyOf(key, day)));
	for (const { id } of over) db.delete(observation).where(eq(observation.id, id)).run();
}
