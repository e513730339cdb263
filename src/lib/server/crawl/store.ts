import { eq, sql } from 'drizzle-orm';
import { formatObservation, type Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation, crawlRun, crawlState } from '../db/schema.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import { GITHUB_SOURCE } from '#lib/server/sources/github/facts/draft.ts';
import type { RepositoryResult } from '#lib/server/sources/github/result.ts';
import type { Wanted } from './scope.ts';

/** Successful crawls in a row without the repository before it counts as gone. */
const MISSES_UNTIL_GONE = 2;

export function storeResult(
	db: Database,
	run: { id: number; night: Day },
	key: string,
	result: RepositoryResult,
	spent: Usage,
	now: number
): void {
	const at = new Date(now).toISOString();
	db.transaction(() => {
		const head = { lastTried: at, lastRun: run.id, outcome: result.outcome };
		if (result.outcome === 'observed') {
			const { databaseId } = result.observation;
			const before = db.select().from(crawlState).where(eq(crawlState.key, key)).get();
			const observation = returned(result.observation, before?.misses ?? 0);
			insertObservation(db, key, observation, { past: false, etag: result.etag, at });
			for (const past of result.past)
				insertObservation(
					db,
					key,
					{ ...past, learntOn: run.night },
					{ past: true, etag: null, at }
				);
			const reason = result.faults.length > 0 ? result.faults.join('; ') : null;
			const row = { ...head, databaseId, memory: result.memory, reason, misses: 0, missedOn: null };
			upsertState(db, key, row);
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
}

/** "Gone" never expires by itself, so a returning repository says so. */
const returned = (observation: Observation, misses: number): Observation =>
	misses >= MISSES_UNTIL_GONE
		? { ...observation, values: { ...observation.values, gone: false } }
		: observation;

export function countMisses(
	db: Database,
	run: { id: number; night: Day },
	wanted: readonly Wanted[],
	now: number
): void {
	const at = new Date(now).toISOString();
	for (const { key, repository } of wanted) {
		const state = db.select().from(crawlState).where(eq(crawlState.key, key)).get();
		if (state?.lastRun !== run.id || state.outcome !== 'not-found') continue;
		const misses = state.missedOn === run.night ? state.misses : state.misses + 1;
		db.update(crawlState).set({ misses, missedOn: run.night }).where(eq(crawlState.key, key)).run();
		if (misses < MISSES_UNTIL_GONE) continue;
		const gone: Observation = {
			repository,
			databaseId: state.databaseId,
			observedOn: run.night,
			source: GITHUB_SOURCE,
			mirror: false,
			values: { gone: true },
			notApplicable: {},
			unknown: {}
		};
		insertObservation(db, key, gone, { past: false, etag: null, at });
	}
}

function insertObservation(
	db: Database,
	key: string,
	observation: Observation,
	{ past, etag, at }: { past: boolean; etag: string | null; at: string }
): void {
	db.insert(crawlObservation)
		.values({
			key,
			observedOn: observation.observedOn,
			sourceId: observation.source,
			line: formatObservation(observation),
			past,
			etag,
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
