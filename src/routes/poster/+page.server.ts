import { credits } from '#lib/radar/export/credits.ts';
import { LICENSE } from '#lib/radar/export/radar-json.ts';
import { askedId, editionPage } from '../asked-edition.ts';
import { siteAddress } from '../site-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const view = await editionPage(reader, askedId({ url }));
	const { attribution, site: home } = site.settings(view.edition);
	return {
		view,
		credit: credits({ attribution, license: LICENSE }),
		address: siteAddress(url) ?? home.repository
	};
};
