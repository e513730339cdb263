import { eq, lt, and } from 'drizzle-orm';
import { addDays } from '#lib/radar/words/days.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation } from '../db/schema.ts';
import { applyChanges, FolderFiles } from '#lib/server/data/folder.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { nightFiles, type Night } from './night-files.ts';
import { endRun, type CrawlRun } from './runs.ts';
import { countMisses } from './store.ts';
import { dropOldNights } from './drop-old-nights.ts';

/** Older months keep only their last night. */
const NIGHTS_KEPT_DAYS = 90;
const EDITIONS = 'editions.ndjson';

/** Publishes the night in one transaction, files last: a failure leaves all editions unchanged. */
export function publishNight(
	db: Database,
	folder: string,
	data: DataFolder,
	run: CrawlRun,
	made: Omit<Night, 'lines' | 'night'>,
	counts: Pick<CrawlRun, 'observed' | 'notFound' | 'failed'>,
	now: number,
	nightsKeptDays = NIGHTS_KEPT_DAYS
): void {
	const { night } = run;
	const oldest = addDays(night, -nightsKeptDays);
	db.transaction(() => {
		countMisses(db, run, made.scope.wanted, now);
		const lines = db
			.select({
				line: crawlObservation.line,
				observedOn: crawlObservation.observedOn,
				past: crawlObservation.past
			})
			.from(crawlObservation)
			.where(eq(crawlObservation.published, false))
			.all();
		const changes = nightFiles(folder, data, { ...made, night, lines });
		const whole = readDataFolder(folder, changes);
		seedDatabase(db, whole);
		const thinned = dropOldNights(db, new FolderFiles(folder, changes), whole, oldest);
		// The edition list comes after the files it names.
		const editions = thinned.get(EDITIONS) ?? changes.get(EDITIONS);
		for (const [name, text] of thinned) changes.set(name, text);
		changes.delete(EDITIONS);
		if (editions !== undefined) changes.set(EDITIONS, editions);
		db.update(crawlObservation).set({ published: true }).run();
		db.delete(crawlObservation)
			.where(and(eq(crawlObservation.published, true), lt(crawlObservation.observedOn, oldest)))
			.run();
		endRun(db, run.id, { state: 'published', error: null, ...counts }, now);
		applyChanges(folder, changes);
	});
}
