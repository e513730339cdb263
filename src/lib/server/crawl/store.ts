import { eq, sql } from 'drizzle-orm';
import { formatObservation, type Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation, crawlRun, crawlState } from '../db/schema.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import { GITHUB_SOURCE } from '#lib/server/sources/github/facts/draft.ts';
import type { RepositoryMemory } from './memory.ts';
import type { RepositoryResult } from './observe-both.ts';
import type { Wanted } from './landscape/scope.ts';

/** Stores all of a repository in one transaction, and out of the write-ahead log, which a cache may leave behind. */
export function storeResult(
	db: Database,
	run: { id: number; night: Day },
	key: string,
	result: RepositoryResult,
	memory: RepositoryMemory,
	spent: Usage,
	now: number
): void {
	const at = new Date(now).toISOString();
	db.transaction(() => {
		const head = { lastTried: at, lastRun: run.id, outcome: result.outcome };
		if (result.outcome === 'observed') {
			for (const observation of result.observations)
				insertObservation(db, key, returned(observation, memory), { past: false, at });
			for (const observation of result.past)
				insertObservation(db, key, observation, { past: true, at });
			const reason = result.faults.length > 0 ? result.faults.join('; ') : null;
			upsertState(db, key, { ...head, reason });
		} else upsertState(db, key, { ...head, reason: result.reason });
		db.update(crawlRun)
			.set({
				beatAt: at,
				requests: sql`${crawlRun.requests} + ${spent.requests}`,
				counted: sql`${crawlRun.counted} + ${spent.counted}`,
				points: sql`${crawlRun.points} + ${spent.points}`
			})
			.where(eq(crawlRun.id, run.id))
			.run();
	});
	checkpoint(db);
}

/** Moves what was committed from the write-ahead log into the database's file. */
export const checkpoint = (db: Database): void => void db.$client.pragma('wal_checkpoint(PASSIVE)');

/** "Gone" never expires by itself, so a returning repository says so. */
const returned = (observation: Observation, memory: RepositoryMemory): Observation =>
	observation.source === GITHUB_SOURCE && memory.newest(GITHUB_SOURCE)?.values.gone === true
		? { ...observation, values: { ...observation.values, gone: false } }
		: observation;

/** Whether GitHub did not know it on the last good night either. */
export function wasMissed(memory: RepositoryMemory): boolean {
	const last = memory.newest(GITHUB_SOURCE);
	return last !== null && (last.unknown.gone !== undefined || last.values.gone === true);
}

/** Notes what GitHub did not know on this good night: gone when it did not on the one before. */
export function storeMisses(
	db: Database,
	run: { id: number; night: Day },
	wanted: readonly Wanted[],
	memoryOf: (key: string) => RepositoryMemory,
	now: number
): void {
	const at = new Date(now).toISOString();
	for (const { key, repository } of wanted) {
		const state = db.select().from(crawlState).where(eq(crawlState.key, key)).get();
		if (state?.lastRun !== run.id || state.outcome !== 'not-found') continue;
		const memory = memoryOf(key);
		const isGone = wasMissed(memory);
		const miss: Observation = {
			repository,
			databaseId: memory.newest(GITHUB_SOURCE)?.databaseId ?? null,
			observedOn: run.night,
			source: GITHUB_SOURCE,
			mirror: false,
			values: isGone ? { gone: true } : {},
			notApplicable: {},
			unknown: isGone ? {} : { gone: 'GitHub knew no repository of this name, for the first time' }
		};
		insertObservation(db, key, miss, { past: false, at });
	}
}

function insertObservation(
	db: Database,
	key: string,
	observation: Observation,
	{ past, at }: { past: boolean; at: string }
): void {
	db.insert(crawlObservation)
		.values({
			key,
			observedOn: observation.observedOn,
			sourceId: observation.source,
			line: formatObservation(observation),
			past,
			fetchedAt: at
		})
		.onConflictDoNothing()
		.run();
}

function upsertState(
	db: Database,
	key: string,
	row: Omit<typeof crawlState.$inferInsert, 'key'>
): void {
	db.insert(crawlState)
		.values({ key, ...row })
		.onConflictDoUpdate({ target: crawlState.key, set: row })
		.run();
}
