import { error } from '@sveltejs/kit';
import { askedId } from '../asked-edition.ts';
import { playersPage } from './players-page.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const { landscape, site: home } = site.settings(newest);
	const page = await playersPage(reader, askedId({ url }), landscape.foundation.name);
	return { ...page, repository: home.repository };
};
