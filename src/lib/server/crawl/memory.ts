import { lt } from 'drizzle-orm';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { parseObservation, type Observation } from '#lib/radar/observation/observation.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { crawlObservation } from '#lib/server/db/schema.ts';
import { GITHUB_SOURCE } from '#lib/server/sources/github/facts/draft.ts';
import type { Memory } from '#lib/server/sources/source.ts';

const QUARTER_DAYS = 90;
const MOST_DAYS_OFF = 2;

export interface RepositoryMemory extends Memory {
	/** The last other repository that had the name; null when there was none. */
	formerly(databaseId: number): { databaseId: number; until: Day } | null;
}

/**
 * What the data folder, and nights not published yet, say of repositories before tonight. Nothing else is kept between
 * nights: a lost database loses no memory.
 */
export function readMemories(
	db: Database,
	{ observations, overrides }: Pick<DataFolder, 'observations' | 'overrides'>,
	night: Day
): (key: string) => RepositoryMemory {
	const remembered = new Map<string, Remembered>();
	const add = (observation: Observation) => {
		if (observation.observedOn >= night) return;
		const key = identityKey(overrides, observation.repository);
		const known = remembered.get(key) ?? new Remembered(night);
		remembered.set(key, known);
		known.add(observation);
	};
	for (const observation of observations) add(observation);
	const stored = db.select().from(crawlObservation).where(lt(crawlObservation.observedOn, night));
	for (const { line } of stored.all()) add(parseObservation(line));
	const nothing = new Remembered(night);
	return (key) => remembered.get(key) ?? nothing;
}

class Remembered implements RepositoryMemory {
	readonly #night: Day;
	readonly #newest = new Map<string, Observation>();
	#quarterAgo: Observation | null = null;
	/** Last day of each number. */
	readonly #numbers = new Map<number, Day>();

	constructor(night: Day) {
		this.#night = night;
	}

	add(seen: Observation): void {
		const { source, observedOn, databaseId } = seen;
		const newest = this.#newest.get(source);
		if (newest === undefined || newest.observedOn < observedOn) this.#newest.set(source, seen);
		if (databaseId !== null && (this.#numbers.get(databaseId) ?? '') < observedOn)
			this.#numbers.set(databaseId, observedOn);
		if (source === GITHUB_SOURCE && this.#off(seen) < this.#off(this.#quarterAgo))
			this.#quarterAgo = seen;
	}

	newest(...sources: string[]): Observation | null {
		const seen = sources.flatMap((source) => this.#newest.get(source) ?? []);
		return seen.reduce<Observation | null>(
			(last, one) => (last === null || one.observedOn > last.observedOn ? one : last),
			null
		);
	}

	quarterAgo(source: string): Observation | null {
		const seen = this.#quarterAgo;
		return seen?.source === source && this.#off(seen) <= MOST_DAYS_OFF ? seen : null;
	}

	formerly(now: number): ReturnType<RepositoryMemory['formerly']> {
		const others = [...this.#numbers].filter(([databaseId]) => databaseId !== now);
		const [last] = others.sort(([, a], [, b]) => (a < b ? 1 : -1));
		return last ? { databaseId: last[0], until: last[1] } : null;
	}

	#off(seen: Observation | null): number {
		return seen === null
			? Infinity
			: Math.abs(daysBetween(seen.observedOn, this.#night) - QUARTER_DAYS);
	}
}
