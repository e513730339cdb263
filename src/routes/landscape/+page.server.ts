import { building } from '$app/env';
import { landscapePicture } from './landscape-picture.ts';
import { askedEdition } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

/** The AI group of the landscape as of an edition, and what it files elsewhere today. */
export const load: PageServerLoad = ({ url, locals }) => {
	const { site } = locals;
	const edition = askedEdition({ url, locals });
	const { blips, segments, rings, editions } = site.view(edition);
	const places = site.landscapePlaces();
	const today = site.edition(null);
	const known = new Map(
		blips.flatMap((blip) => (blip.repository === null ? [] : [[blip.repository, blip.id] as const]))
	);
	return {
		edition,
		editions,
		rings,
		segments: segments.map(({ name, colour }) => ({ name, colour })),
		...landscapePicture(blips, places),
		/** Where nobody can be asked for another edition later, it is put together from these. */
		places: building ? places : [],
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
