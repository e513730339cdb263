import { credits } from '#lib/radar/export/credits.ts';
import { LICENSE } from '#lib/radar/export/radar-json.ts';
import { askedEdition } from '../asked-edition.ts';
import { siteAddress } from '../open-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const { site } = locals;
	const edition = askedEdition({ url, locals });
	const { attribution, site: home } = site.settings(edition);
	return {
		view: site.view(edition),
		credit: credits({ attribution, license: LICENSE }),
		address: siteAddress(url) ?? home.repository
	};
};
