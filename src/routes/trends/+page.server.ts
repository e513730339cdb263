import { building } from '$app/env';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import {
	activityByCategory,
	arrivals,
	graveyard,
	ringMix,
	risersAndFallers
} from '#lib/radar/edition/trends.ts';
import type { PageServerLoad } from './$types';

const MONTHS = [3, 6, 12, 24] as const;
const MOST_RUNNERS = 10;
const MOST_ARRIVALS = 12;

/** `?months=`: how far risers and fallers look back. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = building ? null : Number(url.searchParams.get('months'));
	const months = MONTHS.find((count) => count === asked) ?? 12;
	const all = site.editions();
	const newest = all.at(-1) ?? null;
	const editions = all.filter(({ kind, id }) => kind === 'month' || id === newest?.id);
	const points = site.overTime().filter(({ edition }) => editions.some(({ id }) => id === edition));
	const settings = newest === null ? null : site.settings(newest);
	const former = new Set(
		settings === null ? [] : site.editionsFiledUnder(settings.scope.former_category)
	);
	const over = (count: number) => {
		const stretch = editions.slice(-(count + 1));
		return {
			months: count,
			since: stretch[0]?.id ?? '',
			runners: risersAndFallers(points, stretch, MOST_RUNNERS)
		};
	};
	return {
		editions: editions.map(({ id, date }) => ({ id, date })),
		/** First edition in today's taxonomy; null: no older one exists. */
		replaced: former.size === 0 ? null : (editions.find(({ id }) => !former.has(id))?.id ?? null),
		...over(months),
		/** A static site needs every choice. */
		stretches: building ? MONTHS.map(over) : [],
		choices: MONTHS.filter((count) => count < editions.length),
		mix: ringMix(points, editions),
		arrivals: arrivals(points, editions).slice(0, MOST_ARRIVALS),
		graveyard: graveyard(points, editions),
		activity: activityByCategory(
			points,
			editions,
			settings?.categories.map(({ name }) => name) ?? []
		),
		segments: settings?.categories.map(({ name, colour }) => ({ name, colour })) ?? [],
		cutOffs: settings === null ? { adopt: 100, trial: 100, band: 0 } : cutOffsOf(settings.model)
	};
};
