import type { CrawlOutcome } from '#lib/radar/edition/data-health.ts';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { EditionView, ProjectView } from '#lib/radar/edition/page-data.ts';
import { editionNews, type EditionNews } from '#lib/radar/edition/moves/edition-news.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { History } from '#lib/radar/chart/history.ts';
import type { FiledPlace } from '#lib/radar/landscape/landscape-order.ts';
import type { ModelChange } from '#lib/radar/edition/model-change.ts';
import type { TimePoint } from '#lib/radar/edition/over-time.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import { ringSteps, type RingStep, type Standings } from '#lib/radar/edition/moves/ring-steps.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Validation } from '#lib/radar/validation/report.ts';
import { openForReading, type Database } from '#lib/server/db/database.ts';
import { editionView, findEdition, listEditions, settingsOf } from './editions.ts';
import { standingsOf } from './standings.ts';
import { lastCrawl } from './last-crawl.ts';
import { landscapePlaces } from './landscape-places.ts';
import { landscapeDefects } from './defects.ts';
import { filedElsewhere, type FiledElsewhere } from './elsewhere.ts';
import { exportSource, type ExportRequest } from './export-source.ts';
import { readHistory } from './history.ts';
import { validationOf } from './methodology.ts';
import { modelChanges } from './model-changes.ts';
import { editionsFiledUnder, placementsOverTime } from './over-time.ts';
import { projectIds, projectView } from './project-view.ts';
import { sourceList } from './source-list.ts';

/** An edition under one version of the model. */
const keyOf = ({ id, modelVersion }: Edition): string => `${id} ${modelVersion}`;

/**
 * What the site reads: one connection for reading, and the editions that were asked for, kept until
 * another process publishes.
 */
export class Site {
	readonly #db: Database;
	#version = -1;
	#views = new Map<string, EditionView>();
	#standings = new Map<string, Standing[]>();
	#overTime = new Map<'all', TimePoint[]>();
	#steps = new Map<string, Map<string, RingStep[]>>();
	#news = new Map<'all', EditionNews[]>();
	#history = new Map<'all', History>();

	/** @throws {DatabaseError} when there is no database, or none that can be read. */
	constructor(path: string) {
		this.#db = openForReading(path);
	}

	/** All editions, oldest first. */
	editions(): Edition[] {
		return listEditions(this.#db);
	}

	/**
	 * An edition by its id, the newest for null, as published or as a former version of the model placed it; null when
	 * there is none.
	 */
	edition(id: string | null, model: string | null = null): Edition | null {
		return findEdition(this.#db, id, model);
	}

	/** What every version of the model changed against the one before it, newest first. */
	modelChanges(): ModelChange[] {
		return modelChanges(this.#db);
	}

	settings(edition: Edition): Settings {
		return settingsOf(this.#db, edition);
	}

	/** What the radar page shows of an edition. */
	view(edition: Edition): EditionView {
		return this.#kept(this.#views, keyOf(edition), () =>
			editionView(this.#db, edition, this.settings(edition))
		);
	}

	/** Everything of a project as of an edition; null when there is no such project. */
	project(id: string, edition: Edition): ProjectView | null {
		return projectView(this.#db, id, edition, this.standings(edition));
	}

	/** Every project of an edition with its whole placement. */
	standings(edition: Edition): Standing[] {
		return this.#kept(this.#standings, keyOf(edition), () =>
			standingsOf(this.#db, edition, this.settings(edition).model)
		);
	}

	/** Every project that ever stood on the radar, by id. */
	projectIds(): string[] {
		return projectIds(this.#db);
	}

	/** What the exports of a view are made from; null when its edition does not exist. */
	exportSource(request: ExportRequest): ExportSource | null {
		return exportSource(this, request);
	}

	/** Every project's steps from ring to ring up to an edition, oldest first. */
	ringSteps(edition: Edition): ReadonlyMap<string, RingStep[]> {
		return this.#kept(this.#steps, keyOf(edition), () =>
			ringSteps(this.#standingsThrough(edition))
		);
	}

	/** What was new in every edition, oldest first. */
	news(): readonly EditionNews[] {
		const newest = this.edition(null);
		return this.#kept(this.#news, 'all', () =>
			newest === null ? [] : editionNews(this.#standingsThrough(newest))
		);
	}

	/** Every project in every edition, in short, oldest edition first. */
	overTime(): TimePoint[] {
		return this.#kept(this.#overTime, 'all', () => placementsOverTime(this.#db));
	}

	/** Where every project stood in every edition that the slider stops at. */
	history(): History {
		return this.#kept(this.#history, 'all', () => readHistory(this.#db));
	}

	/** The editions in which anything is filed under a category of the landscape. */
	editionsFiledUnder(category: string): string[] {
		return editionsFiledUnder(this.#db, category);
	}

	/** Every place of every project in today's landscape, in its order. */
	landscapePlaces(): FiledPlace[] {
		return landscapePlaces(this.#db);
	}

	/** AI in the landscape that is filed outside the AI group. */
	elsewhere(): FiledElsewhere[] {
		return filedElsewhere(this.#db);
	}

	/** How the newest crawl that has ended went; null when none has. */
	lastCrawl(): CrawlOutcome | null {
		return lastCrawl(this.#db);
	}

	/** What is wrong in the landscape file. */
	defects(): StoredDefect[] {
		return landscapeDefects(this.#db);
	}

	/** Every source that figures come from. */
	sources(): Source[] {
		return sourceList(this.#db);
	}

	/** What the checks found for the model of an edition; null when they were not run for it. */
	validation({ modelVersion }: Edition): Validation | null {
		return validationOf(this.#db, modelVersion);
	}

	/** A number that changes when another process has written. */
	version(): number {
		return Number(this.#db.$client.pragma('data_version', { simple: true }));
	}

	close(): void {
		this.#db.$client.close();
	}

	/**
	 * All editions up to one with everyone in them, under the version of the model of that one as far as it placed them;
	 * one at a time, so that no more than two need to be held.
	 */
	*#standingsThrough(last: Edition): Generator<Standings> {
		for (const { id, date } of this.editions()) {
			if (date > last.date) return;
			const edition = this.edition(id, last.modelVersion) ?? this.edition(id);
			if (edition === null) continue;
			const { model } = this.settings(edition);
			const standings = standingsOf(this.#db, edition, model);
			yield { edition, standings, cutOffs: cutOffsOf(model) };
		}
	}

	/** Forgets everything when another process has written. */
	#kept<K, T>(store: Map<K, T>, key: K, make: () => T): T {
		const version = this.version();
		if (version !== this.#version) {
			this.#views.clear();
			this.#standings.clear();
			this.#overTime.clear();
			this.#steps.clear();
			this.#news.clear();
			this.#history.clear();
			this.#version = version;
		}
		const known = store.get(key);
		if (known !== undefined) return known;
		const made = make();
		store.set(key, made);
		return made;
	}
}
