import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The model of the newest edition, and what the checks found for it. */
export const load: PageServerLoad = ({ locals: { site } }) => {
	const edition = site.edition(null);
	if (edition === null) error(503, 'No data yet: no edition has been published.');
	const { model, rings, limits, site: project } = site.settings(edition);
	return {
		edition,
		model,
		rings,
		limits,
		repository: project.repository,
		notice: project.notice,
		validation: site.validation(edition),
		changes: site.modelChanges()
	};
};
