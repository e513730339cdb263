import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { landscapeBoxes, type LandscapeItem } from '#lib/radar/landscape-boxes.ts';
import { countRings } from '#lib/radar/trends.ts';
import type { PageServerLoad } from './$types';

/** The AI group of the landscape as of an edition, and what it files elsewhere today. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = building ? null : url.searchParams.get('edition');
	const edition = site.edition(asked);
	if (edition === null) error(404, `There is no edition “${asked ?? ''}”.`);
	const { blips, segments, rings, editions } = site.view(edition);
	const today = site.edition(null);
	const known = new Map(
		blips.flatMap((blip) => (blip.repository === null ? [] : [[blip.repository, blip.id] as const]))
	);
	const items = blips.map(
		({ id, name, paths, ring, score, notRated, maturity }): LandscapeItem => ({
			id,
			name,
			paths,
			ring,
			score,
			notRated,
			maturity
		})
	);
	return {
		edition,
		editions,
		rings,
		segments: segments.map(({ name, colour }) => ({ name, colour })),
		categories: landscapeBoxes(items, site.landscapePlaces()),
		projects: items.length,
		counts: countRings(items),
		// The landscape is kept as of today: older editions do not know what it filed where.
		elsewhere:
			today?.id === edition.id
				? site.elsewhere().map((item) => ({
						...item,
						project: item.repository === null ? null : (known.get(item.repository) ?? null)
					}))
				: null
	};
};
