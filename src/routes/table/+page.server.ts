import { otherRadarsText } from '#lib/radar/edition/project/other-radars.ts';
import { expertsByRepository } from '#lib/server/db/queries/projects.ts';
import { askedId } from '../asked-edition.ts';
import { tablePage } from './table-page.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = ({ url, locals: { reader, site } }) => {
	const others = [...expertsByRepository(site.db)].flatMap(([repository, placements]) => {
		const text = otherRadarsText(placements);
		return text === null ? [] : [[repository, text] as const];
	});
	return tablePage(reader, askedId({ url }), Object.fromEntries(others));
};
