import { error } from '@sveltejs/kit';
import { endpointsOf } from '#lib/radar/endpoints.ts';
import type { PageServerLoad } from './$types';

/** Where everything comes from, under which licence, and who may take it along. */
export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const settings = site.settings(newest);
	return {
		edition: newest,
		site: settings.site,
		purpose: settings.model.purpose,
		attribution: settings.attribution,
		sources: site.sources(),
		endpoints: endpointsOf(Object.keys(import.meta.glob('../**/+server.ts')))
	};
};
