import { error } from '@sveltejs/kit';
import { building } from '$app/env';
import type { PageServerLoad } from './$types';

/** The weights and cut-offs of an edition's model; its projects are fetched apart. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = building ? null : url.searchParams.get('edition') || null;
	const edition = site.edition(asked);
	if (edition === null) error(404, `There is no edition “${asked ?? ''}”.`);
	const { model, presets } = site.settings(edition);
	return {
		edition,
		isNewest: edition.id === site.edition(null)?.id,
		presets,
		model: {
			cut_offs: model.cut_offs,
			stability: model.stability,
			dimensions: model.dimensions.map(({ id, label, weight, why }) => ({ id, label, weight, why }))
		}
	};
};
