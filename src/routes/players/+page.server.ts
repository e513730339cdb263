import { askedId } from '../asked-edition.ts';
import { playersPage } from './players-page.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const page = await playersPage(reader, askedId({ url }));
	return { ...page, repository: site.settings(page.edition).site.repository };
};
