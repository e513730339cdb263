import { building } from '$app/env';
import { askedId } from '../asked-edition.ts';
import { landscapePage } from './landscape-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { site, reader } }) => {
	const places = site.landscapePlaces();
	return {
		...(await landscapePage(reader, askedId({ url }), { places, elsewhere: site.elsewhere() })),
		/** A static site makes other editions from these. */
		places: building ? places : []
	};
};
