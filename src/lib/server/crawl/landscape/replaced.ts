import type { Defect } from '#lib/radar/landscape/defect.ts';
import { parseObservation } from '#lib/radar/observation/observation.ts';
import { dayText } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { eq, and } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { crawlObservation } from '#lib/server/db/schema.ts';
import { GITHUB_SOURCE } from '#lib/server/sources/github/facts/draft.ts';
import type { RepositoryMemory } from '#lib/server/crawl/memory.ts';
import type { Wanted } from './scope.ts';

/** A name that belongs to another repository than before. */
export interface Replaced {
	repository: string;
	/** GitHub's numbers. */
	before: number;
	now: number;
	/** Last day on which the former one was seen. */
	until: Day;
}

/** Names in scope that tonight's observations give to another repository than an earlier night. */
export function replacedRepositories(
	db: Database,
	night: Day,
	wanted: readonly Wanted[],
	memoryOf: (key: string) => RepositoryMemory
): Replaced[] {
	const rows = db
		.select({ key: crawlObservation.key, line: crawlObservation.line })
		.from(crawlObservation)
		.where(
			and(eq(crawlObservation.observedOn, night), eq(crawlObservation.sourceId, GITHUB_SOURCE))
		)
		.all();
	const numbers = new Map(rows.map(({ key, line }) => [key, parseObservation(line).databaseId]));
	return wanted.flatMap(({ key, repository }) => {
		const now = numbers.get(key) ?? null;
		const former = now === null ? null : memoryOf(key).formerly(now);
		if (now === null || former === null) return [];
		return [{ repository, before: former.databaseId, now, until: former.until }];
	});
}

export const replacedText = ({ repository, before, now, until }: Replaced): string =>
	`${repository} is another repository than on ${dayText(until)}: GitHub's number was ${before} and is ${now}. It inherits nothing of the former one.`;

/** As a defect of the landscape, which may name the wrong one. */
export const replacedDefect = (replaced: Replaced): Defect => ({
	line: null,
	path: '',
	item: replaced.repository,
	kind: 'repository',
	message: replacedText(replaced),
	suggestion: 'Check which repository the project has now, and name that one.'
});
