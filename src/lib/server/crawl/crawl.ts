import type { Day } from '#lib/radar/vocabulary.ts';
import { InputError } from '#lib/radar/yaml.ts';
import { readDataFolder, type DataFolder } from '../data-folder.ts';
import { DatabaseError, type Database } from '../db/database.ts';
import type { GitHubClient, Log } from '../github/client.ts';
import type { Usage } from '../github/exchange.ts';
import { RateLimitPause } from '../github/fault.ts';
import { observeRepositories } from '../github/observe.ts';
import {
	forgetLandscape,
	LandscapeUnavailable,
	readLandscapeSource,
	type LandscapeText
} from '../landscape-source.ts';
import { editionChanges, type EditionChanges } from './changes.ts';
import { publishNight } from './publish.ts';
import { claimRun, endRun, type CrawlRun } from './runs.ts';
import { crawlScope, type CrawlScope } from './scope.ts';
import { dueTargets, storeResult, tallyNight, type NightTally } from './store.ts';

/** Above this share of failures no edition is published. */
const MAX_FAILED = 0.2;

export interface CrawlOptions {
	db: Database;
	/** The data folder. */
	folder: string;
	/** Address or file of the landscape. */
	landscape: string;
	client: GitHubClient;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	/** Once aborted, the crawl stops after the request in flight. */
	signal?: AbortSignal;
	/** Only this repository, `owner/name`. */
	only?: string;
	/** At most so many repositories. */
	limit?: number;
	/** Leaves out whoever was observed on or after this day. */
	since?: Day;
	/** Reads the landscape and says what would be asked; stores nothing, asks GitHub nothing. */
	dryRun?: boolean;
	onProgress?: (progress: CrawlProgress) => void;
}

export interface CrawlProgress {
	done: number;
	due: number;
	repository: string;
	/** Requests left this hour, and when there are more; null when GitHub has not said. */
	left: number | null;
	resetAt: Date | null;
}

/** How a crawl ended. */
export interface CrawlReport {
	/** `stored`: a part was asked for, so nothing was published. `planned`: a dry run. */
	outcome: 'published' | 'already-published' | 'not-published' | 'paused' | 'stored' | 'planned';
	night: Day;
	/** Why, in a sentence; null when there is nothing to say. */
	reason: string | null;
	/** When to go on; only of a crawl that the rate limit paused. */
	resetAt: string | null;
	repositories: number;
	/** Repositories still to do. */
	due: number;
	observed: number;
	notFound: NightTally['notFound'];
	failed: NightTally['failed'];
	defects: number;
	landscape: { origin: string; etag: string | null; fetched: boolean };
	/** What this process spent. */
	usage: Usage;
	/** Null unless published. */
	changes: EditionChanges | null;
}

/**
 * One night: reads the landscape, observes what is due, stores each answer as it comes, and publishes an edition. Killed
 * at any moment, it goes on where it was when called again.
 * @throws {CrawlBusy} when another process is at it.
 * @throws {GitHubFault} `unauthorised` when the token is refused.
 * @throws {InputError} when the settings or the landscape cannot be used.
 * @throws {LandscapeUnavailable} @throws {DatabaseError} when it cannot be written.
 */
export async function crawlNight(options: CrawlOptions): Promise<CrawlReport> {
	const { db, landscape, now } = options;
	const data = readDataFolder(options.folder);
	if (options.dryRun) return plan(options, data);
	let run: CrawlRun | null = null;
	try {
		run = claimRun(db, landscape, now());
		return await carryOn(options, data, run);
	} catch (error) {
		if (run === null) throw clear(error);
		// A run that failed is laid aside: the next one goes on with what was stored.
		try {
			endRun(db, run.id, { state: 'paused', error: clear(error).message }, now());
		} catch {
			// The database is what failed; its row shows a dead process, which the next run takes over.
		}
		throw clear(error);
	}
}

async function plan(options: CrawlOptions, data: DataFolder): Promise<CrawlReport> {
	const night = new Date(options.now()).toISOString().slice(0, 10);
	const text = await readLandscapeSource(options.db, options.landscape, options.now, false);
	const scope = crawlScope(text.text, text.origin, data);
	const due = dueNow(options, { id: -1, night }, scope);
	return { ...report(options, night, text, scope), outcome: 'planned', due: due.length };
}

function dueNow(options: CrawlOptions, run: { id: number; night: Day }, scope: CrawlScope) {
	const only = options.only?.toLowerCase();
	const chosen = scope.wanted.filter(
		({ key, repository }) => only === undefined || key === only || repository.toLowerCase() === only
	);
	if (only !== undefined && chosen.length === 0) {
		throw new InputError([
			{
				file: options.landscape,
				path: '',
				line: null,
				message: `${options.only} is the repository of no project in scope`
			}
		]);
	}
	return dueTargets(options.db, run, chosen, options.since).slice(0, options.limit);
}

async function carryOn(
	options: CrawlOptions,
	data: DataFolder,
	run: CrawlRun
): Promise<CrawlReport> {
	const { db, folder, now, log } = options;
	const { night } = run;
	const text = await currentLandscape(options);
	const scope = scopeOf(options, text, data);
	const base = report(options, night, text, scope);
	if (data.editions.some(({ id, date }) => id === night || date === night)) {
		if (run.state === 'running' && isPublishedHere(db, night)) {
			endRun(db, run.id, { state: 'stored', error: 'The night was published before.' }, now());
			const reason = `The edition ${night} is published already.`;
			return { ...base, outcome: 'already-published', reason };
		}
	}
	db.$client
		.prepare('UPDATE crawl_run SET targets = ?, landscape_etag = ? WHERE id = ?')
		.run(scope.wanted.length, text.etag, run.id);

	const due = dueNow(options, run, scope);
	const paused = await observeDue(options, run, due);
	const tally = tallyNight(db, run, scope.wanted, options.since);
	const { observed, notFound, failed, open } = tally;
	const counts = { observed, notFound: notFound.length, failed: failed.length };
	const told = { ...report(options, night, text, scope), observed, notFound, failed, due: open };
	const lay = (reason: string, resetAt: Date | null): CrawlReport => {
		endRun(db, run.id, { state: 'paused', error: reason, ...counts }, now());
		return { ...told, outcome: 'paused', reason, resetAt: resetAt?.toISOString() ?? null };
	};
	if (paused) return lay(`${paused.message}.`, paused.resetAt);
	if (options.signal?.aborted) return lay('It was stopped.', null);
	if (open > 0) {
		const reason = `${open} repositories are left for a whole crawl.`;
		endRun(db, run.id, { state: 'paused', error: reason, ...counts }, now());
		return { ...told, outcome: 'stored', reason };
	}
	const reason = whyNotPublished(tally, scope, data);
	if (reason !== null) {
		endRun(db, run.id, { state: 'not-published', error: reason, ...counts }, now());
		return { ...told, outcome: 'not-published', reason };
	}
	log('info', 'Scoring and publishing.');
	publishNight(db, folder, data, run, { scope, landscape: text }, tally, now());
	return { ...told, outcome: 'published', changes: editionChanges(db, night) };
}

/** Observes and stores; answers the pause when the rate limit ended it. */
async function observeDue(
	options: CrawlOptions,
	run: CrawlRun,
	due: ReturnType<typeof dueNow>
): Promise<RateLimitPause | null> {
	const { db, client, now, log, signal } = options;
	const keys = new Map(due.map(({ repository, key }) => [repository, key]));
	const targets = due.map(({ repository, memory }) => ({ repository, memory }));
	let before = client.usage();
	let done = 0;
	try {
		for await (const result of observeRepositories(client, targets, {
			today: run.night,
			log,
			...(signal && { signal })
		})) {
			const { repository } = result.target;
			const usage = client.usage();
			storeResult(db, run, keys.get(repository) ?? repository, result, less(usage, before), now());
			before = usage;
			done += 1;
			const resource = client.authenticated ? 'graphql' : 'core';
			options.onProgress?.({
				done,
				due: due.length,
				repository,
				left: client.spendable('core'),
				resetAt: client.resetAt('core') ?? client.resetAt(resource)
			});
		}
		return null;
	} catch (error) {
		if (error instanceof RateLimitPause) return error;
		throw error;
	}
}

const less = (a: Usage, b: Usage): Usage => ({
	requests: a.requests - b.requests,
	counted: a.counted - b.counted,
	notModified: a.notModified - b.notModified,
	points: a.points - b.points
});

/** The landscape of today, or the one fetched last when it cannot be had. */
async function currentLandscape({ db, landscape, now, log }: CrawlOptions): Promise<LandscapeText> {
	try {
		return await readLandscapeSource(db, landscape, now);
	} catch (error) {
		if (!(error instanceof LandscapeUnavailable)) throw error;
		const kept = db.query.crawlLandscape.findFirst({ where: (t, { eq }) => eq(t.url, landscape) });
		const row = kept.sync();
		if (row === undefined) throw error;
		log('warn', `${error.message} The one of ${row.fetchedAt.slice(0, 10)} is used.`);
		return { text: row.text, origin: row.url, etag: row.etag, fetched: false };
	}
}

function scopeOf(options: CrawlOptions, text: LandscapeText, data: DataFolder): CrawlScope {
	try {
		return crawlScope(text.text, text.origin, data);
	} catch (error) {
		forgetLandscape(options.db, options.landscape);
		throw error;
	}
}

function isPublishedHere(db: Database, night: Day): boolean {
	return (
		db.$client.prepare('SELECT 1 FROM edition WHERE id = ? OR date = ?').get(night, night) !==
		undefined
	);
}

function whyNotPublished(tally: NightTally, scope: CrawlScope, data: DataFolder): string | null {
	const stood = data.memberships.at(-1)?.members.length ?? 0;
	if (scope.members.length < stood / 2) {
		return `The landscape lists ${scope.members.length} projects in scope, where ${stood} stood: that is taken for an accident. Nothing was published.`;
	}
	// Many that vanish at once are a fault of the crawl.
	const lost = tally.failed.length + tally.notFound.filter(({ fresh }) => fresh).length;
	if (lost > MAX_FAILED * scope.wanted.length) {
		return `${lost} of ${scope.wanted.length} repositories failed, more than ${MAX_FAILED * 100} %. Nothing was published.`;
	}
	return null;
}

function report(
	{ client }: CrawlOptions,
	night: Day,
	text: LandscapeText,
	scope: CrawlScope
): CrawlReport {
	return {
		outcome: 'planned',
		night,
		reason: null,
		resetAt: null,
		repositories: scope.wanted.length,
		due: 0,
		observed: 0,
		notFound: [],
		failed: [],
		defects: scope.defects.length,
		landscape: { origin: text.origin, etag: text.etag, fetched: text.fetched },
		usage: client.usage(),
		changes: null
	};
}

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** A failure of database or disk in plain words; everything else as it is. */
function clear(error: unknown): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	const code = 'code' in error ? String(error.code) : '';
	const kept =
		'Nothing was published; what was stored stays, and the next crawl goes on from there.';
	if (FULL.has(code)) return new DatabaseError(`The disk is full (${code}). ${kept}`);
	if (/^SQLITE_|^E(ACCES|ROFS|IO|PERM)$/.test(code)) {
		return new DatabaseError(`The crawl cannot be stored: ${error.message} (${code}). ${kept}`);
	}
	return error;
}
