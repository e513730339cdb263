import { toColumns } from '#lib/radar/columns.ts';
import { askedEdition } from './asked-edition.ts';
import type { PageServerLoad } from './$types';

// Reads the edition alone of all parameters: filtering never comes back here.
export const load: PageServerLoad = ({ locals, url }) => {
	const { blips, ...view } = locals.site.view(askedEdition({ url, locals }));
	return { view, columns: toColumns(blips) };
};
