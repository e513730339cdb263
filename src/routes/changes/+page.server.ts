import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { compareEditions } from '#lib/radar/changes.ts';
import { dataHealth } from '#lib/radar/data-health.ts';
import type { PageServerLoad } from './$types';

/** Smaller differences of the score are only counted. */
const LEAST_DELTA = 1;
const MOST_DELTAS = 30;

/** Two editions side by side: `?from=&to=`; the newest against the one before it without. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = (name: string) => (building ? null : url.searchParams.get(name) || null);
	const editions = site.editions();
	const find = (id: string) =>
		site.edition(id) ?? error(404, `There is no edition “${id}” to compare with.`);
	const newest = editions.at(-1) ?? error(404, 'There is no edition yet.');

	const askedTo = asked('to');
	const askedFrom = asked('from');
	let to = askedTo === null ? newest : find(askedTo);
	const before = editions[editions.findIndex(({ id }) => id === to.id) - 1] ?? to;
	let from = askedFrom === null ? before : find(askedFrom);
	if (from.date > to.date) [from, to] = [to, from];

	const settings = site.settings(to);
	const all = compareEditions(site.standings(from), site.standings(to));
	const shifted = all
		.filter(({ kind, delta }) => kind === 'same' && Math.abs(delta ?? 0) >= LEAST_DELTA)
		.sort((a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
	const former = (edition: typeof from) =>
		site
			.view(edition)
			.blips.some(({ paths }) =>
				paths.some(({ category }) => category === settings.scope.former_category)
			);
	return {
		editions: editions.map(({ id, date, kind }) => ({ id, date, kind })),
		from,
		to,
		// Ribbons need everyone, lists only those that changed.
		states: all.map(({ from: was, to: is }) => ({
			from: was && { ring: was.ring, score: null },
			to: is && { ring: is.ring, score: null }
		})),
		changes: all.filter(({ kind }) => kind !== 'same'),
		shifted: shifted.slice(0, MOST_DELTAS),
		shiftedMore: Math.max(0, shifted.length - MOST_DELTAS),
		taxonomyChanged: former(from) && !former(to),
		modelChanged: from.modelVersion !== to.modelVersion,
		cutOffs: settings.model.cut_offs,
		segments: settings.categories.map(({ name, colour }) => ({ name, colour })),
		newest,
		health: dataHealth(site.standings(newest), newest.date),
		defects: site.defects()
	};
};
