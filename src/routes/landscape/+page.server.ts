import { building } from '$app/env';
import { filedElsewhere, landscapePlaces } from '#lib/server/db/queries/landscape.ts';
import { askedId } from '../asked-edition.ts';
import { landscapePage } from './landscape-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const places = landscapePlaces(site.db);
	return {
		...(await landscapePage(reader, askedId({ url }), {
			places,
			elsewhere: filedElsewhere(site.db)
		})),
		/** A static site makes other editions from these. */
		places: building ? places : []
	};
};
