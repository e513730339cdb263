import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '../db/database.ts';
import { editionChanges } from './changes.ts';
import { dueCounts } from './due-counts.ts';
import { dueRepositories } from './due-repositories.ts';
import { keepBeating } from './heartbeat.ts';
import { peekAtLandscape, readNightLandscape, type NightLandscape } from './landscape/landscape.ts';
import { missingCategories } from './landscape/losses.ts';
import { readMemories, type RepositoryMemory } from './memory.ts';
import { githubTime } from './nights/night-clock.ts';
import { observeDue } from './observe-due.ts';
import { observeUse } from './use/observe-use.ts';
import type { CrawlOptions } from './options.ts';
import { publishNight } from './publish.ts';
import { replacedDefect, replacedRepositories, replacedText } from './landscape/replaced.ts';
import { reportOf, type CrawlReport } from './report.ts';
import { isLocalLandscape } from '#lib/server/sources/landscape/landscape-source.ts';
import { claimRun, describeRun, endRun, type CrawlRun } from './runs.ts';
import { inPlainWords } from './storage-error.ts';
import { nightOutcome, whyNotPublished } from './nights/night-outcome.ts';
import { checkpoint, storeMisses } from './store.ts';
import { plural } from '#lib/radar/words/numbers.ts';

/**
 * Crawls one night and publishes its edition; a killed crawl resumes at the next call.
 * @throws {ClockWrong} {CrawlBusy} {GitHubFault} {GitMissing} {InputError} {LandscapeUnavailable} {DatabaseError}
 */
export async function crawlNight(options: CrawlOptions): Promise<CrawlReport> {
	const { db, landscape, now, client } = options;
	if (options.dryRun) return plan(options, readDataFolder(options.folder, undefined, dayOf(now())));
	// A file that is no landscape is refused before anything is asked.
	if (isLocalLandscape(landscape)) {
		await peekAtLandscape(options, readDataFolder(options.folder, undefined, dayOf(now())));
	}
	const night = dayOf(await githubTime(client, now));
	const data = readDataFolder(options.folder, undefined, night);
	let run: CrawlRun | null = null;
	let stopBeating = () => {};
	try {
		run = claimRun(db, landscape, now(), night);
		checkpoint(db);
		stopBeating = keepBeating(options, run);
		return await new Night(options, data, run).run();
	} catch (error) {
		const told = inPlainWords(error);
		if (run !== null) layAside(options, run, told.message);
		throw told;
	} finally {
		stopBeating();
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

class Night {
	readonly #options: CrawlOptions;
	readonly #data: DataFolder;
	readonly #run: CrawlRun;
	readonly #memoryOf: (key: string) => RepositoryMemory;
	#use: UseReading[] = [];
	/** Not stored until the night is published: what a killed night counted is counted again. */
	#counted: CarriedByRow[] = [];

	constructor(options: CrawlOptions, data: DataFolder, run: CrawlRun) {
		this.#options = options;
		this.#data = data;
		this.#run = run;
		this.#memoryOf = readMemories(options.db, data, run.night);
	}

	async run(): Promise<CrawlReport> {
		const { db, now, log } = this.#options;
		const { night, id } = this.#run;
		const landscape = await readNightLandscape(this.#options, this.#data);
		const { scope, text } = landscape;
		const found = scope.categories.map(({ name }) => name);
		for (const category of missingCategories(this.#data.settings.scope.categories, found))
			log('warn', `The landscape has no category "${category}", which the settings name.`);
		if (isPublished(db, this.#data, night)) {
			const reason = `The edition ${night} is published already.`;
			endRun(db, id, { state: 'stored', error: reason }, now());
			const report = reportOf(this.#options, night, landscape, this.#data);
			return { ...report, outcome: 'already-published', reason };
		}
		describeRun(db, id, { targets: scope.wanted.length, landscapeEtag: text.etag });
		const due = dueRepositories(this.#options, this.#run, scope.wanted);
		const { counting, counted } = dueCounts(this.#data, night);
		this.#counted = counted;
		const paused = await observeDue(this.#options, this.#run, due, this.#memoryOf, counting);
		if (paused === null) await this.#observeUse();
		return this.#conclude(landscape, paused);
	}

	/** For a whole crawl: a part of one publishes nothing, or what others observed. */
	async #observeUse(): Promise<void> {
		const { db, client, useAddresses, only, limit, now, log, signal } = this.#options;
		if (useAddresses === undefined || only !== undefined || limit !== undefined) return;
		const { night } = this.#run;
		this.#use = await observeUse({
			...{ db, client, data: this.#data, night, addresses: useAddresses, now, log },
			...(signal && { signal })
		});
	}

	#conclude(
		landscape: NightLandscape,
		paused: { message: string; resetAt: Date } | null
	): CrawlReport {
		const { db, now, signal } = this.#options;
		const run = this.#run;
		const { wanted } = landscape.scope;
		const tally = nightOutcome(db, run, wanted, this.#memoryOf, this.#options.since);
		const { observed, notFound, failed, open } = tally;
		const replaced = replacedRepositories(db, run.night, wanted, this.#memoryOf);
		for (const one of replaced) this.#options.log('warn', replacedText(one));
		const counts = { observed, notFound: notFound.length, failed: failed.length };
		const known = reportOf(this.#options, run.night, landscape, this.#data);
		const told = { ...known, observed, notFound, failed, replaced, due: open, use: this.#use };
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
		const accepted = this.#options.acceptLoss ?? [];
		const refusal = whyNotPublished(tally, landscape.scope, this.#data, accepted);
		if (refusal !== null) return end('not-published', 'not-published', refusal);
		this.#publish(landscape, told, counts);
		return { ...told, outcome: 'published', changes: editionChanges(db, run.night) };
	}

	#publish(
		{ scope, text }: NightLandscape,
		{ replaced }: Pick<CrawlReport, 'replaced'>,
		counts: Pick<CrawlRun, 'observed' | 'notFound' | 'failed'>
	): void {
		const { db, folder, now, log, nightsKeptDays } = this.#options;
		log('info', 'Scoring and publishing.');
		const defects = [...scope.defects, ...replaced.map(replacedDefect)];
		const made = { scope: { ...scope, defects }, landscape: text, counted: this.#counted };
		const misses = () => storeMisses(db, this.#run, scope.wanted, this.#memoryOf, now());
		publishNight(db, folder, this.#data, this.#run, made, misses, counts, now(), nightsKeptDays);
	}
}

/** An edition only in the files is not finished yet. */
const isPublished = (db: Database, { editions }: DataFolder, night: Day): boolean =>
	editions.some(({ id, date }) => id === night || date === night) &&
	db.$client.prepare('SELECT 1 FROM edition WHERE id = ? OR date = ?').get(night, night) !==
		undefined;
