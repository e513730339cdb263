import { error } from '@sveltejs/kit';
import { askedParams } from '../asked-edition.ts';
import { askedPair } from '#lib/radar/edition/moves/asked-pair.ts';
import { changesPage } from './changes-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const editions = await reader.editions();
	const pair = askedPair(askedParams(url), editions);
	const { scope, categories } = site.settings(site.edition(pair.to) ?? newest);
	const former = scope.former_category;
	return {
		editions,
		...(await changesPage(reader, pair, former)),
		former,
		segments: categories.map(({ name, colour }) => ({ name, colour }))
	};
};
