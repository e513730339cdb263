import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const settings = site.settings(newest);
	return {
		site: settings.site,
		purpose: settings.model.purpose,
		attribution: settings.attribution,
		sources: site.sources()
	};
};
