import { building } from '$app/env';
import { landscapePicture } from './landscape-picture.ts';
import { askedEdition } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

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
		/** A static site builds other editions from these. */
		places: building ? places : [],
		// Only today's landscape is stored; older editions do not know it.
		elsewhere:
			today?.id === edition.id
				? site.elsewhere().map((item) => ({
						...item,
						project: item.repository === null ? null : (known.get(item.repository) ?? null)
					}))
				: null
	};
};
