import { error } from '@sveltejs/kit';
import { byorQuadrants } from '#lib/radar/export/other-radars/quadrants.ts';
import { KNOWN_ADDRESSES } from '../known-addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const { blips } = site.view(newest);
	const example = blips.find(({ ring }) => ring === 'adopt') ?? blips[0];
	return {
		/** Null while the radar is empty. */
		example: example === undefined ? null : { id: example.id, name: example.name },
		formats: KNOWN_ADDRESSES,
		byorQuadrants: byorQuadrants(site.settings(newest).quadrants).map(({ name }) => name)
	};
};
