import { toColumns } from '#lib/radar/chart/columns.ts';
import { askedEdition } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const { site } = locals;
	const edition = askedEdition({ url, locals });
	const { model, presets } = site.settings(edition);
	const { blips, ...view } = site.view(edition);
	return {
		view,
		columns: toColumns(blips),
		isNewest: edition.id === site.edition(null)?.id,
		presets,
		model: {
			cut_offs: model.cut_offs,
			stability: model.stability,
			dimensions: model.dimensions.map(({ id, label, weight, why }) => ({ id, label, weight, why }))
		}
	};
};
