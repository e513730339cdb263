import { NIGHTS_KEPT_DAYS } from '#lib/radar/edition/nights.ts';
import { addDays } from '#lib/radar/words/days.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { readEditions } from '#lib/server/data/edition-list.ts';
import { recordDay } from '#lib/server/data/memberships.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation } from '../db/schema.ts';
import { applyChanges, FolderFiles } from '#lib/server/data/folder.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { nightFiles, type Night } from './nights/night-files.ts';
import { forgetFiled } from './nights/forget-filed.ts';
import { takeStoredUse } from './use/stored-use.ts';
import { CrawlBusy, beat, endRun, type CrawlRun } from './runs.ts';
import { dropOldNights } from './nights/drop-old-nights.ts';

const EDITIONS = 'editions.ndjson';

/**
 * Publishes the night in one transaction, files last: a failure leaves all editions unchanged. All that is stored and
 * not in the files yet is written, also of nights that failed or were lost on their way.
 * @throws {CrawlBusy} when another process took the run over, or published in the meantime.
 */
export function publishNight(
	db: Database,
	folder: string,
	data: DataFolder,
	run: CrawlRun,
	made: Omit<Night, 'lines' | 'night'>,
	storeMisses: () => void,
	counts: Pick<CrawlRun, 'observed' | 'notFound' | 'failed'>,
	now: number,
	nightsKeptDays = NIGHTS_KEPT_DAYS
): void {
	const { night } = run;
	const oldest = addDays(night, -nightsKeptDays);
	db.transaction(
		() => {
			refuseIfOvertaken(db, folder, data, run, now);
			storeMisses();
			forgetFiled(db, new FolderFiles(folder), night);
			const { line, observedOn, past } = crawlObservation;
			const lines = db.select({ line, observedOn, past }).from(crawlObservation).all();
			const changes = nightFiles(folder, data, { ...made, night, lines });
			for (const [name, text] of takeStoredUse(db, new FolderFiles(folder), data, night))
				changes.set(name, text);
			const whole = readDataFolder(folder, changes);
			seedDatabase(db, whole);
			const thinned = dropOldNights(db, new FolderFiles(folder, changes), whole, oldest);
			// The edition list comes after the files it names.
			const editions = thinned.get(EDITIONS) ?? changes.get(EDITIONS);
			for (const [name, text] of thinned) changes.set(name, text);
			changes.delete(EDITIONS);
			if (editions !== undefined) changes.set(EDITIONS, editions);
			endRun(db, run.id, { state: 'published', error: null, ...counts }, now);
			applyChanges(folder, changes);
		},
		{ behavior: 'immediate' }
	);
}

function refuseIfOvertaken(
	db: Database,
	folder: string,
	{ editions, memberships }: DataFolder,
	run: CrawlRun,
	now: number
): void {
	const [oldest] = memberships;
	const there = readEditions(new FolderFiles(folder), oldest ? recordDay(oldest) : '');
	const same = JSON.stringify(there) === JSON.stringify(editions);
	if (same && beat(db, run, now)) return;
	throw new CrawlBusy(
		`Another process has published into ${folder} in the meantime. What was observed is kept; run the crawl again.`
	);
}
