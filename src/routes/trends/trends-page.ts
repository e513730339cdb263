import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import {
	type TimePoint,
	activityByCategory,
	arrivals,
	graveyard,
	ringMix,
	risersAndFallers
} from '#lib/radar/edition/trends.ts';

const MONTHS = [3, 6, 12, 24] as const;
const USUAL_MONTHS = 12;
const MOST_RUNNERS = 10;
const MOST_ARRIVALS = 12;

interface Past {
	/** Oldest first. */
	editions: EditionPage['editions'];
	points: readonly TimePoint[];
	/** Segments. */
	categories: readonly string[];
	/** Editions of the former taxonomy. */
	former: ReadonlySet<string>;
}

/** Months and the newest night. */
export function trendsPage({ editions: all, points: known, categories, former }: Past) {
	const newest = all.at(-1);
	const editions = all.filter(({ kind, id }) => kind === 'month' || id === newest?.id);
	const shown = new Set(editions.map(({ id }) => id));
	const points = known.filter(({ edition }) => shown.has(edition));
	const over = (months: number) => {
		const stretch = editions.slice(-(months + 1));
		return {
			months,
			since: stretch[0]?.id ?? '',
			runners: risersAndFallers(points, stretch, MOST_RUNNERS)
		};
	};
	const usual = over(USUAL_MONTHS);
	return {
		editions: editions.map(({ id, date }) => ({ id, date })),
		/** First edition in today's taxonomy; null: no older one exists. */
		replaced: former.size === 0 ? null : (editions.find(({ id }) => !former.has(id))?.id ?? null),
		/** How far risers and fallers look back. */
		usual,
		stretches: MONTHS.map((months) => (months === USUAL_MONTHS ? usual : over(months))),
		choices: MONTHS.filter((count) => count < editions.length),
		mix: ringMix(points, editions),
		arrivals: arrivals(points, editions).slice(0, MOST_ARRIVALS),
		graveyard: graveyard(points, editions),
		activity: activityByCategory(points, editions, categories)
	};
}
