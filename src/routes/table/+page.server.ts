import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { rowModel, tableRow } from '#lib/radar/table-row.ts';
import type { PageServerLoad } from './$types';

/** Every project of an edition with all that the exports hold. Only the edition asks the server. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = building ? null : url.searchParams.get('edition');
	const edition = site.edition(asked);
	if (edition === null) error(404, `There is no edition “${asked ?? ''}”.`);
	const model = rowModel(site.settings(edition).model);
	const { segments, rings, editions } = site.view(edition);
	return {
		edition,
		editions,
		segments,
		rings,
		model,
		rows: site.standings(edition).map((standing) => tableRow(standing, model))
	};
};
