import { error } from '@sveltejs/kit';
import { building } from '$app/env';
import { toColumns } from '#lib/radar/columns.ts';
import type { PageServerLoad } from './$types';

// Reads the edition alone of all parameters: filtering never comes back here.
export const load: PageServerLoad = ({ locals, url }) => {
	const id = building ? null : url.searchParams.get('edition') || null;
	const edition = locals.site.edition(id);
	if (edition === null) {
		if (id === null) error(503, 'No data yet: no edition has been published.');
		error(404, 'There is no such edition.');
	}
	const { blips, ...view } = locals.site.view(edition);
	return { view, columns: toColumns(blips) };
};
