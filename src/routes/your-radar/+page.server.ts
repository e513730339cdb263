import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { site, reader } }) => {
	const { id, date } = site.edition(null) ?? error(503, 'No data yet: no edition was published.');
	return { edition: { id, date }, editions: await reader.editions() };
};
