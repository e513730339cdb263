import { eq, inArray, sql } from 'drizzle-orm';
import { formatObservation, type Observation } from '#lib/radar/observation.ts';
import type { Day } from '#lib/radar/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation, crawlRun, crawlState } from '../db/schema.ts';
import type { Usage } from '../github/exchange.ts';
import { GITHUB_SOURCE } from '../github/draft.ts';
import type { RepositoryResult } from '../github/result.ts';
import type { Wanted } from './scope.ts';

/** Good crawls in a row that must miss a repository before it is gone. */
export const MISSES_UNTIL_GONE = 2;
const BATCH = 200;

/** A repository to crawl, with what the crawl knew of it. */
export interface DueTarget extends Wanted {
	memory: unknown;
}

/** Those that this run has yet to do, stalest first. `since`: whoever was observed on or after that day is not due. */
export function dueTargets(
	db: Database,
	run: { id: number; night: Day },
	wanted: readonly Wanted[],
	since: Day | null = null
): DueTarget[] {
	const states = statesOf(db, wanted);
	const seen = observedSince(db, since ?? run.night);
	return wanted
		.filter(({ key }) => !seen.has(key) && states.get(key)?.lastRun !== run.id)
		.map((target) => ({ ...target, state: states.get(target.key) }))
		.sort((a, b) => {
			const [x, y] = [a.state?.lastTried ?? '', b.state?.lastTried ?? ''];
			return x < y ? -1 : x > y ? 1 : a.key < b.key ? -1 : 1;
		})
		.map(({ key, repository, state }) => ({ key, repository, memory: state?.memory ?? null }));
}

/** Stores all that came of one repository, and what was spent on it, in one transaction. */
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
				insertObservation(db, key, past, { past: true, etag: null, at });
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

/** One that was gone and came back says so; "gone" does not age by itself. */
const returned = (observation: Observation, misses: number): Observation =>
	misses >= MISSES_UNTIL_GONE
		? { ...observation, values: { ...observation.values, gone: false } }
		: observation;

/** How the night stands: what came of every repository. */
export interface NightTally {
	observed: number;
	notFound: { repository: string; reason: string; fresh: boolean }[];
	failed: { repository: string; reason: string }[];
	/** Not tried. */
	open: number;
}

/** Counts what came of the repositories on this night. */
export function tallyNight(
	db: Database,
	run: { id: number; night: Day },
	wanted: readonly Wanted[],
	since: Day | null = null
): NightTally {
	const states = statesOf(db, wanted);
	const seen = observedSince(db, since ?? run.night);
	const tally: NightTally = { observed: 0, notFound: [], failed: [], open: 0 };
	for (const { key, repository } of wanted) {
		const state = states.get(key);
		const reason = state?.reason ?? '';
		if (state?.lastRun === run.id && state.outcome === 'not-found') {
			tally.notFound.push({ repository, reason, fresh: state.misses === 0 });
		} else if (seen.has(key)) tally.observed += 1;
		else if (state?.lastRun === run.id) tally.failed.push({ repository, reason });
		else tally.open += 1;
	}
	return tally;
}

/** After a good crawl: counts who was missed, and says of those missed twice that they are gone. */
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

function statesOf(db: Database, wanted: readonly Wanted[]) {
	const states = new Map<string, typeof crawlState.$inferSelect>();
	for (let i = 0; i < wanted.length; i += BATCH) {
		const keys = wanted.slice(i, i + BATCH).map(({ key }) => key);
		const rows = db.select().from(crawlState).where(inArray(crawlState.key, keys)).all();
		for (const row of rows) states.set(row.key, row);
	}
	return states;
}

const observedSince = (db: Database, day: Day): Set<string> =>
	new Set(
		db
			.select({ key: crawlObservation.key })
			.from(crawlObservation)
			.where(sql`${crawlObservation.observedOn} >= ${day} AND NOT ${crawlObservation.past}`)
			.all()
			.map(({ key }) => key)
	);
