import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Projects that the manifests use, as far as the radar knows them. */
const USED = ['kubernetes', 'kgateway', 'prometheus', 'vllm', 'kserve', 'keda'];

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	return {
		edition: newest,
		repository: site.settings(newest).site.repository,
		/** By id; without the projects that this edition does not hold. */
		rings: Object.fromEntries(
			site
				.standings(newest)
				.filter(({ blip }) => USED.includes(blip.id))
				.map(({ blip }) => [blip.id, blip.ring])
		)
	};
};
