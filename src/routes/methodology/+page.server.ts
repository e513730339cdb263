import { error } from '@sveltejs/kit';
import { modelChanges, validationOf } from '#lib/server/db/queries/models.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const edition = site.edition(null);
	if (edition === null) error(503, 'No data yet: no edition has been published.');
	const { model, rings, limits, site: project } = site.settings(edition);
	const changes = modelChanges(site.db);
	const moved = new Set(changes.flatMap(({ inward, outward }) => [...inward, ...outward]));
	const { blips } = site.view(edition);
	return {
		edition,
		model,
		rings,
		limits,
		repository: project.repository,
		notice: project.notice,
		validation: validationOf(site.db, edition),
		changes,
		names: Object.fromEntries(
			blips.filter(({ id }) => moved.has(id)).map(({ id, name }) => [id, name])
		)
	};
};
