import { hostname } from 'node:os';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlRun } from '../db/schema.ts';

export type CrawlRun = typeof crawlRun.$inferSelect;

export class CrawlBusy extends Error {
	override name = 'CrawlBusy';
}

/** A younger open run resumes as its own night, also past midnight. */
const RESUMABLE_MS = 20 * 3_600_000;
/** How long a silent run counts as alive: on another machine, and on this one. */
const ELSEWHERE_MS = 10 * 60_000;
const HERE_MS = 2 * 3_600_000;

/**
 * Takes the open run or begins one; a transaction lets only one process win.
 * @throws {CrawlBusy} when another process is crawling.
 */
export function claimRun(
	db: Database,
	landscape: string,
	now: number,
	night: Day = new Date(now).toISOString().slice(0, 10)
): CrawlRun {
	const at = new Date(now).toISOString();
	const me = { pid: process.pid, host: hostname(), beatAt: at, state: 'running' as const };
	return db.transaction(
		() => {
			const open = db
				.select()
				.from(crawlRun)
				.where(inArray(crawlRun.state, ['running', 'paused']))
				.orderBy(desc(crawlRun.id))
				.all();
			const busy = open.find((run) => run.state === 'running' && isAlive(run, now));
			if (busy) {
				throw new CrawlBusy(
					`Process ${busy.pid} on ${busy.host} has been crawling since ${busy.startedAt}. Wait until it has ended.`
				);
			}
			const [latest] = open;
			for (const run of open) {
				const goesOn = run === latest && now - Date.parse(run.startedAt) < RESUMABLE_MS;
				if (goesOn) continue;
				const error = 'It was interrupted, and was not resumed in time.';
				endRun(db, run.id, { state: 'not-published', error }, now);
			}
			if (latest && now - Date.parse(latest.startedAt) < RESUMABLE_MS) {
				db.update(crawlRun).set(me).where(eq(crawlRun.id, latest.id)).run();
				return { ...latest, ...me };
			}
			return db
				.insert(crawlRun)
				.values({ night, startedAt: at, landscape, ...me })
				.returning()
				.get();
		},
		{ behavior: 'immediate' }
	);
}

export function describeRun(
	db: Database,
	id: number,
	values: Pick<CrawlRun, 'targets' | 'landscapeEtag'>
): void {
	db.update(crawlRun).set(values).where(eq(crawlRun.id, id)).run();
}

/** A sign of life; false when another process has taken the run over. */
export function beat(db: Database, { id, pid, host }: CrawlRun, now: number): boolean {
	const beatAt = new Date(now).toISOString();
	const mine = and(eq(crawlRun.id, id), eq(crawlRun.pid, pid), eq(crawlRun.host, host));
	return db.update(crawlRun).set({ beatAt }).where(mine).run().changes > 0;
}

export function endRun(
	db: Database,
	id: number,
	values: Partial<Omit<CrawlRun, 'id'>>,
	now: number
): void {
	const endedAt = values.state === 'paused' ? null : new Date(now).toISOString();
	db.update(crawlRun)
		.set({ ...values, endedAt })
		.where(eq(crawlRun.id, id))
		.run();
}

function isAlive({ pid, host, beatAt }: CrawlRun, now: number): boolean {
	const silence = now - Date.parse(beatAt);
	if (host !== hostname()) return silence < ELSEWHERE_MS;
	if (pid === process.pid || silence > HERE_MS) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: the process lives but belongs to another user.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
