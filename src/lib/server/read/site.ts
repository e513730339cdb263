import type { ShownCandidate } from '#lib/radar/edition/candidate-list.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import type { CrawlOutcome } from '#lib/radar/edition/data-health.ts';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { EditionPage, ProjectPage } from '#lib/radar/edition/page-data.ts';
import { editionNews, type EditionNews } from '#lib/radar/edition/moves/edition-news.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { History } from '#lib/radar/chart/history.ts';
import type { FiledPlace } from '#lib/radar/landscape/landscape-order.ts';
import type { ModelChange } from '#lib/radar/edition/model-change.ts';
import type { TimePoint } from '#lib/radar/edition/timeline.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import { ringSteps, type RingStep, type Standings } from '#lib/radar/edition/moves/ring-steps.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Validation } from '#lib/radar/validation/report.ts';
import { openForReading, type Database } from '#lib/server/db/database.ts';
import { candidatesOf } from './candidates.ts';
import { useFiguresOf } from './use-figures.ts';
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
import { editionsFiledUnder, placementsOverTime } from './timeline.ts';
import { projectIds, projectView } from './project-view.ts';
import { sourceList } from './source-list.ts';

const keyOf = ({ id, modelVersion }: Edition): string => `${id} ${modelVersion}`;

/** Read access with a cache that lasts until another process publishes. */
export class Site {
	readonly #db: Database;
	#version = -1;
	#views = new Map<string, EditionPage>();
	#standings = new Map<string, Standing[]>();
	#overTime = new Map<'all', TimePoint[]>();
	#steps = new Map<string, Map<string, RingStep[]>>();
	#news = new Map<'all', EditionNews[]>();
	#history = new Map<'all', History>();

	/** @throws {DatabaseError} when the database is missing or unreadable. */
	constructor(path: string) {
		this.#db = openForReading(path);
	}

	editions(): Edition[] {
		return listEditions(this.#db);
	}

	/** Id null: the newest. `model` null: the published one. */
	edition(id: string | null, model: string | null = null): Edition | null {
		return findEdition(this.#db, id, model);
	}

	modelChanges(): ModelChange[] {
		return modelChanges(this.#db);
	}

	settings(edition: Edition): Settings {
		return settingsOf(this.#db, edition);
	}

	view(edition: Edition): EditionPage {
		return this.#kept(this.#views, keyOf(edition), () =>
			editionView(this.#db, edition, this.settings(edition))
		);
	}

	/** Null when the project does not exist. */
	project(id: string, edition: Edition): ProjectPage | null {
		return projectView(this.#db, id, edition, this.standings(edition));
	}

	standings(edition: Edition): Standing[] {
		return this.#kept(this.#standings, keyOf(edition), () =>
			standingsOf(this.#db, edition, this.settings(edition).model)
		);
	}

	candidates(): ShownCandidate[] {
		return candidatesOf(this.#db);
	}

	/** Figures about a project's use up to the edition, oldest first. */
	useFigures(id: string, { date }: Edition): UseRow[] {
		return useFiguresOf(this.#db, id, date);
	}

	projectIds(): string[] {
		return projectIds(this.#db);
	}

	/** Null when the edition does not exist. */
	exportSource(request: ExportRequest): ExportSource | null {
		return exportSource(this, request);
	}

	/** Ring changes of all projects up to an edition, oldest first. */
	ringSteps(edition: Edition): ReadonlyMap<string, RingStep[]> {
		return this.#kept(this.#steps, keyOf(edition), () =>
			ringSteps(this.#standingsThrough(edition))
		);
	}

	news(): readonly EditionNews[] {
		const newest = this.edition(null);
		return this.#kept(this.#news, 'all', () =>
			newest === null ? [] : editionNews(this.#standingsThrough(newest))
		);
	}

	/** Oldest edition first. */
	overTime(): TimePoint[] {
		return this.#kept(this.#overTime, 'all', () => placementsOverTime(this.#db));
	}

	history(): History {
		return this.#kept(this.#history, 'all', () => readHistory(this.#db));
	}

	/** Ids of editions with items in a landscape category. */
	editionsFiledUnder(category: string): string[] {
		return editionsFiledUnder(this.#db, category);
	}

	landscapePlaces(): FiledPlace[] {
		return landscapePlaces(this.#db);
	}

	/** AI projects outside the landscape's AI group. */
	elsewhere(): FiledElsewhere[] {
		return filedElsewhere(this.#db);
	}

	lastCrawl(): CrawlOutcome | null {
		return lastCrawl(this.#db);
	}

	defects(): StoredDefect[] {
		return landscapeDefects(this.#db);
	}

	sources(): Source[] {
		return sourceList(this.#db);
	}

	/** Null when the checks did not run for this model. */
	validation({ modelVersion }: Edition): Validation | null {
		return validationOf(this.#db, modelVersion);
	}

	/** Changes when another process writes. */
	version(): number {
		return Number(this.#db.$client.pragma('data_version', { simple: true }));
	}

	close(): void {
		this.#db.$client.close();
	}

	/** Yields editions one by one to save memory, under the last one's model where it placed them. */
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
