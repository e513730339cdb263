import { lte } from 'drizzle-orm';
import {
	formatUseReading,
	parseUseReading,
	type UseReading
} from '#lib/radar/observation/use-reading.ts';
import { formatUseRow, parseUseRow, useFile, type UseRow } from '#lib/radar/observation/use.ts';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import { by } from '#lib/radar/words/order.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { FolderFiles } from '#lib/server/data/folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { crawlUse } from '#lib/server/db/schema.ts';

const READINGS_FILE = 'use-readings.ndjson';

/** A figure that stays the same is written again after so many days. */
const SAME_FOR_DAYS = 28;

/** Stores what a source told, until an edition takes it into the files. */
export function storeReading(
	db: Database,
	night: Day,
	reading: UseReading,
	rows: readonly UseRow[]
): void {
	db.insert(crawlUse)
		.values({
			night,
			sourceId: reading.source,
			reading: formatUseReading(reading),
			lines: rows.map(formatUseRow)
		})
		.onConflictDoNothing()
		.run();
}

export const readingsOf = (db: Database, night: Day): UseReading[] =>
	db
		.select()
		.from(crawlUse)
		.all()
		.filter((stored) => stored.night === night)
		.map(({ reading }) => parseUseReading(reading));

/**
 * File changes that take in all that is stored up to a night, also of nights that failed; forgets it in the database.
 * Call it in the transaction that publishes.
 */
export function takeStoredUse(
	db: Database,
	files: FolderFiles,
	{ use, useReadings }: Pick<DataFolder, 'use' | 'useReadings'>,
	night: Day
): Map<string, string> {
	const stored = db.select().from(crawlUse).where(lte(crawlUse.night, night)).all();
	const changes = new Map<string, string>();
	if (stored.length === 0) return changes;
	stored.sort(by((one) => one.night));
	const rows = stored.flatMap(({ lines }) => lines.map(parseUseRow));
	for (const [name, added] of Map.groupBy(newRows(use, rows), useFile)) {
		const text = files.read(name) ?? '';
		changes.set(name, text + added.map((row) => `${formatUseRow(row)}\n`).join(''));
	}
	const readings = new Map(useReadings.map((reading) => [reading.source, reading]));
	for (const { sourceId, reading } of stored) readings.set(sourceId, parseUseReading(reading));
	const lines = [...readings.values()].sort(by(({ source }) => source)).map(formatUseReading);
	changes.set(READINGS_FILE, lines.map((line) => `${line}\n`).join(''));
	db.delete(crawlUse).where(lte(crawlUse.night, night)).run();
	return changes;
}

/** Rows that say something new: not one of a day that is known, nor the same figure within a month. */
function newRows(known: readonly UseRow[], rows: readonly UseRow[]): UseRow[] {
	const series = Map.groupBy(known, seriesOf);
	return rows.filter((row) => {
		const own = series.get(seriesOf(row)) ?? [];
		const isKnown = own.some(
			(other) =>
				other.observedOn === row.observedOn ||
				(row.kind !== 'downloads' &&
					other.observedOn < row.observedOn &&
					daysBetween(other.observedOn, row.observedOn) < SAME_FOR_DAYS &&
					saysTheSame(other, row) &&
					!own.some(({ observedOn }) => observedOn > other.observedOn))
		);
		if (!isKnown) series.set(seriesOf(row), [...own, row]);
		return !isKnown;
	});
}

function seriesOf(row: UseRow): string {
	const name =
		row.kind === 'downloads'
			? packageKey(row.registry, row.name)
			: row.kind === 'pulls'
				? packageKey('image', row.name)
				: '';
	return [row.kind, repositoryKey(row.repository), row.source, name].join(' ');
}

const saysTheSame = (a: UseRow, b: UseRow): boolean =>
	a.value === b.value && JSON.stringify(peersIn(a)) === JSON.stringify(peersIn(b));

const peersIn = (row: UseRow): string[] =>
	row.kind === 'peers' ? row.usedBy.map(({ repository }) => repositoryKey(repository)) : [];
