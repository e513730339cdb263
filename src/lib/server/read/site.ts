import { editionPageOf, type EditionPage } from '#lib/radar/edition/edition-page.ts';
import {
	editionNews,
	type EditionNews,
	type EditionRings,
	ringSteps,
	type RingStep
} from '#lib/radar/edition/moves/through.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { TimePoint } from '#lib/radar/edition/trends.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { History } from '#lib/radar/chart/history.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { byDay, type NewsItem } from '#lib/radar/news/item.ts';
import { moveItems } from '#lib/radar/news/moves.ts';
import { allWeeks, type FailingFeed } from '#lib/radar/news/week/news-week.ts';
import type { Week } from '#lib/radar/news/week/week.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import { openForReading, type Database } from '#lib/server/db/database.ts';
import {
	blipRadiusOf,
	findEdition,
	leftSince,
	listEditions
} from '#lib/server/db/queries/editions.ts';
import { readHistory } from '#lib/server/db/queries/history.ts';
import { landscapeDefects } from '#lib/server/db/queries/landscape.ts';
import { settingsOf } from '#lib/server/db/queries/models.ts';
import { failingFeeds, feedNames, quotes, storedNews } from '#lib/server/db/queries/news.ts';
import { sourceList } from '#lib/server/db/queries/sources.ts';
import { comparedOf, ringsOf, standingsOf } from '#lib/server/db/queries/standings.ts';
import { placementsOverTime } from '#lib/server/db/queries/timeline.ts';
import { exportSource, type ExportRequest } from './export-source.ts';
import {
	guideOf,
	guideWithoutFacts,
	holdsGuide,
	readGuideFacts,
	type GuideFacts
} from './guide.ts';
import { readProjectPage } from './project-page.ts';

const keyOf = ({ id, modelVersion }: Edition): string => `${id} ${modelVersion}`;

export interface NewsArchive {
	/** Moves included; oldest first. */
	items: NewsItem[];
	/** Of the items, the newest first. */
	weeks: Week[];
	/** Names of feeds, by id. */
	feeds: Record<string, string>;
	/** Sentences that may be shown on this instance, by item id. */
	quotes: Record<string, string>;
	failing: FailingFeed[];
}

/** Reads what is made of several queries and keeps it until another process publishes. */
export class Site {
	/** For single queries. */
	readonly db: Database;
	#version = -1;
	/** By what and of which edition and model. */
	readonly #kept = new Map<string, unknown>();

	readonly #folder: string;

	/**
	 * `database`: its path, or the database when it is open. `folder`: the data folder, for the facts of the guide.
	 * @throws {DatabaseError} when the database is missing or unreadable.
	 */
	constructor(database: string | Database, folder = 'data') {
		this.db = typeof database === 'string' ? openForReading(database) : database;
		this.#folder = folder;
	}

	editions(): Edition[] {
		return listEditions(this.db);
	}

	/** Id null: the newest. `model` null: the published one. */
	edition(id: string | null, model: string | null = null): Edition | null {
		return findEdition(this.db, id, model);
	}

	settings(edition: Edition): Settings {
		return this.#keep(`settings ${edition.modelVersion}`, () => settingsOf(this.db, edition));
	}

	view(edition: Edition): EditionPage {
		return this.#keep(`view ${keyOf(edition)}`, () =>
			editionPageOf(
				{
					edition,
					editions: this.editions(),
					blipRadius: blipRadiusOf(this.db, edition),
					blips: this.standings(edition).map(({ blip }) => blip),
					left: leftSince(this.db, edition)
				},
				this.settings(edition)
			)
		);
	}

	/** Null when the project does not exist. */
	project(id: string, edition: Edition): ProjectPage | null {
		return readProjectPage(this.db, id, edition, this.standings(edition));
	}

	standings(edition: Edition): Standing[] {
		return this.#keep(`standings ${keyOf(edition)}`, () =>
			standingsOf(this.db, edition, this.settings(edition).model)
		);
	}

	/** Null when the edition does not exist. */
	exportSource(request: ExportRequest): ExportSource | null {
		return exportSource(this, request);
	}

	/** Ring changes of all projects up to an edition, oldest first. */
	ringSteps(edition: Edition): ReadonlyMap<string, RingStep[]> {
		return this.#keep(`steps ${keyOf(edition)}`, () => ringSteps(this.#ringsThrough(edition)));
	}

	news(): readonly EditionNews[] {
		const newest = this.edition(null);
		return this.#keep('news', () =>
			newest === null ? [] : editionNews(this.#ringsThrough(newest))
		);
	}

	newsArchive(): NewsArchive {
		return this.#keep('news archive', () => {
			const items = [...storedNews(this.db), ...moveItems(this.news())].sort(byDay);
			return {
				items,
				weeks: allWeeks(items),
				feeds: feedNames(this.db),
				quotes: quotes(this.db),
				failing: failingFeeds(this.db)
			};
		});
	}

	/** Oldest edition first. */
	overTime(): TimePoint[] {
		return this.#keep('timeline', () => placementsOverTime(this.db));
	}

	history(): History {
		return this.#keep('history', () => readHistory(this.db));
	}

	/** @throws {InputError} naming file and line, where the facts cannot be used. */
	guideFacts(): GuideFacts {
		return this.#keep('guide facts', () => readGuideFacts(this.#folder, this.db));
	}

	/** Without use cases where the data folder has no facts for it. @throws {InputError} where they cannot be used. */
	guide(edition: Edition): Guide {
		return this.#keep(`guide ${keyOf(edition)}`, () =>
			holdsGuide(this.#folder)
				? guideOf(this.guideFacts(), this.db, edition, this.standings(edition))
				: guideWithoutFacts(edition)
		);
	}

	defects(): StoredDefect[] {
		return landscapeDefects(this.db);
	}

	sources(): Source[] {
		return sourceList(this.db);
	}

	/** Changes when another process writes. */
	version(): number {
		return Number(this.db.$client.pragma('data_version', { simple: true }));
	}

	close(): void {
		this.db.$client.close();
	}

	/** Yields editions one by one to save memory, each under the last one's model where it placed them. */
	*#ringsThrough(last: Edition): Generator<EditionRings> {
		for (const { id, date } of this.editions()) {
			if (date > last.date) return;
			const edition = this.edition(id, last.modelVersion) ?? this.edition(id);
			if (edition === null) continue;
			const { model } = this.settings(edition);
			const read = (ids: readonly string[]) => comparedOf(this.db, edition, model, ids);
			yield { edition, cutOffs: cutOffsOf(model), rings: ringsOf(this.db, edition), read };
		}
	}

	#keep<T>(key: string, make: () => T): T {
		const version = this.version();
		if (version !== this.#version) {
			this.#kept.clear();
			this.#version = version;
		}
		if (!this.#kept.has(key)) this.#kept.set(key, make());
		return this.#kept.get(key) as T;
	}
}
