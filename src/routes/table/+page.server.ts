import { rowModel, tableRow } from '#lib/radar/explore/table-row.ts';
import { askedEdition } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = ({ url, locals }) => {
	const { site } = locals;
	const edition = askedEdition({ url, locals });
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
