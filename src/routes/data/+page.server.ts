import { error } from '@sveltejs/kit';
import { endpointsOf } from '#lib/radar/api/endpoints.ts';
import { quadrantsFor } from '#lib/radar/export/quadrants.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const { blips } = site.view(newest);
	const example = blips.find(({ ring }) => ring === 'adopt') ?? blips[0];
	return {
		/** Null while the radar is empty. */
		example: example === undefined ? null : { id: example.id, name: example.name },
		endpoints: endpointsOf(Object.keys(import.meta.glob('../**/+server.ts'))),
		byorQuadrants: quadrantsFor('byor', site.settings(newest).quadrants).map(({ name }) => name)
	};
};
