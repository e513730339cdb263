import { askedId } from '../asked-edition.ts';
import { whatIfPage } from './what-if-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const page = await whatIfPage(reader, askedId({ url }));
	const { model, presets } = site.settings(page.view.edition);
	return {
		...page,
		presets,
		model: {
			cut_offs: model.cut_offs,
			stability: model.stability,
			dimensions: model.dimensions.map(({ id, label, weight, why }) => ({ id, label, weight, why }))
		}
	};
};
