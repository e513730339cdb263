import { and, eq, lt } from 'drizzle-orm';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { FolderFiles } from '#lib/server/data/folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { crawlObservation } from '#lib/server/db/schema.ts';

/** Stored nights that stay for `--since`, though they are filed. */
const KEPT_DAYS = 14;

/** Forgets stored observations that stand in the observation files. What does not stand there is kept, however old. */
export function forgetFiled(db: Database, files: FolderFiles, night: Day): void {
	const rows = db
		.select()
		.from(crawlObservation)
		.where(lt(crawlObservation.observedOn, addDays(night, -KEPT_DAYS)))
		.all();
	if (rows.length === 0) return;
	const filed = new Set<string>();
	for (const file of files.list('observations')) {
		for (const line of (files.read(file) ?? '').split('\n')) filed.add(markOf(line));
	}
	for (const { key, observedOn, sourceId, line } of rows) {
		if (!filed.has(markOf(line))) continue;
		db.delete(crawlObservation)
			.where(
				and(
					eq(crawlObservation.key, key),
					eq(crawlObservation.observedOn, observedOn),
					eq(crawlObservation.sourceId, sourceId)
				)
			)
			.run();
	}
}

/** Repository, day and source: one line each. */
function markOf(line: string): string {
	try {
		const { repository, observedOn, source } = JSON.parse(line) as Record<string, unknown>;
		return [repositoryKey(String(repository)), observedOn, source].join('\u0000');
	} catch {
		return '';
	}
}
