import type { Day } from '#lib/radar/words/vocabulary.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '../db/database.ts';
import { editionChanges } from './changes.ts';
import { dueRepositories } from './due-repositories.ts';
import { peekAtLandscape, readNightLandscape, type NightLandscape } from './landscape.ts';
import { observeDue } from './observe-due.ts';
import type { CrawlOptions } from './options.ts';
import { publishNight } from './publish.ts';
import { reportOf, type CrawlReport } from './report.ts';
import { claimRun, describeRun, endRun, type CrawlRun } from './runs.ts';
import { inPlainWords } from './storage-error.ts';
import { nightOutcome, whyNotPublished } from './night-outcome.ts';
import { plural } from '#lib/radar/words/numbers.ts';

/**
 * Crawls one night and publishes its edition; a killed crawl resumes at the next call.
 * @throws {CrawlBusy} {GitHubFault} {InputError} {LandscapeUnavailable} {DatabaseError}
 */
export async function crawlNight(options: CrawlOptions): Promise<CrawlReport> {
	const { db, landscape, now } = options;
	const data = readDataFolder(options.folder, undefined, dayOf(now()));
	if (options.dryRun) return plan(options, data);
	let run: CrawlRun | null = null;
	try {
		run = claimRun(db, landscape, now());
		return await carryOn(options, data, run);
	} catch (error) {
		const told = inPlainWords(error);
		if (run !== null) layAside(options, run, told.message);
		throw told;
	}
}

/** Pauses a failed run for the next crawl. */
function layAside({ db, now }: CrawlOptions, run: CrawlRun, error: string): void {
	try {
		endRun(db, run.id, { state: 'paused', error }, now());
	} catch {
		// The database failed; the next run takes over from the dead process.
	}
}

const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

async function plan(options: CrawlOptions, data: DataFolder): Promise<CrawlReport> {
	const night = dayOf(options.now());
	const landscape = await peekAtLandscape(options, data);
	const due = dueRepositories(options, { id: -1, night }, landscape.scope.wanted);
	return { ...reportOf(options, night, landscape, data), due: due.length };
}

async function carryOn(
	options: CrawlOptions,
	data: DataFolder,
	run: CrawlRun
): Promise<CrawlReport> {
	const { db, now } = options;
	const landscape = await readNightLandscape(options, data);
	const { scope, text } = landscape;
	if (isPublished(db, data, run.night)) {
		const reason = `The edition ${run.night} is published already.`;
		endRun(db, run.id, { state: 'stored', error: reason }, now());
		return {
			...reportOf(options, run.night, landscape, data),
			outcome: 'already-published',
			reason
		};
	}
	describeRun(db, run.id, { targets: scope.wanted.length, landscapeEtag: text.etag });
	const due = dueRepositories(options, run, scope.wanted);
	const paused = await observeDue(options, run, due);
	return conclude(options, data, run, landscape, paused);
}

function conclude(
	options: CrawlOptions,
	data: DataFolder,
	run: CrawlRun,
	landscape: NightLandscape,
	paused: { message: string; resetAt: Date } | null
): CrawlReport {
	const { db, folder, now, log, signal } = options;
	const { scope, text } = landscape;
	const tally = nightOutcome(db, run, scope.wanted, options.since);
	const { observed, notFound, failed, open } = tally;
	const counts = { observed, notFound: notFound.length, failed: failed.length };
	const told = {
		...reportOf(options, run.night, landscape, data),
		observed,
		notFound,
		failed,
		due: open
	};
	const end = (
		state: 'paused' | 'not-published',
		outcome: CrawlReport['outcome'],
		reason: string
	): CrawlReport => {
		endRun(db, run.id, { state, error: reason, ...counts }, now());
		return { ...told, outcome, reason };
	};

	if (paused !== null) {
		const report = end('paused', 'paused', `${paused.message}.`);
		return { ...report, resetAt: paused.resetAt.toISOString() };
	}
	if (signal?.aborted) return end('paused', 'paused', 'It was stopped.');
	if (open > 0) {
		return end(
			'paused',
			'stored',
			`${plural(open, 'repository is', 'repositories are')} left for a whole crawl.`
		);
	}
	const refusal = whyNotPublished(tally, scope, data);
	if (refusal !== null) return end('not-published', 'not-published', refusal);
	log('info', 'Scoring and publishing.');
	publishNight(
		db,
		folder,
		data,
		run,
		{ scope, landscape: text },
		counts,
		now(),
		options.nightsKeptDays
	);
	return { ...told, outcome: 'published', changes: editionChanges(db, run.night) };
}

/** An edition only in the files is not finished yet. */
const isPublished = (db: Database, { editions }: DataFolder, night: Day): boolean =>
	editions.some(({ id, date }) => id === night || date === night) &&
	db.$client.prepare('SELECT 1 FROM edition WHERE id = ? OR date = ?').get(night, night) !==
		undefined;
