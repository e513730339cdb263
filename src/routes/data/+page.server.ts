import { error } from '@sveltejs/kit';
import { OPERATIONS } from '#lib/radar/api/operations.ts';
import { byorQuadrants } from '#lib/radar/export/other-radars/quadrants.ts';
import { categoriesEverFiled } from '#lib/server/db/queries/projects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const { blips } = site.view(newest);
	const example = blips.find(({ ring }) => ring === 'adopt') ?? blips[0];
	return {
		day: newest.date,
		/** Null while the radar is empty. */
		example: example === undefined ? null : { id: example.id, name: example.name },
		formats: OPERATIONS.map(({ path, description }) => ({ path, description })),
		categories: [...categoriesEverFiled(site.db)].map(([id, name]) => ({ id, name })),
		byorQuadrants: byorQuadrants(site.settings(newest).quadrants).map(({ name }) => name)
	};
};
