import { building } from '$app/env';
import { drawnAndOthers } from '#lib/radar/chart/chart.ts';
import { InPlaceOf } from '#lib/radar/explore/in-place-of.ts';
import { packBlips } from '#lib/radar/explore/page-blips.ts';
import { askedEdition } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. The browser reads blips from the served chart. */
export const load: PageServerLoad = ({ locals, url, isDataRequest, untrack }) => {
	const { blips, ...view } = locals.site.view(askedEdition({ url, locals }));
	const { drawn, others } = drawnAndOthers({ blips, ...view });
	const isZoomed = !building && untrack(() => url.searchParams.has('segment'));
	const read = isDataRequest || isZoomed ? 0 : drawn.length;
	return { view, blips: new InPlaceOf(blips, packBlips([...drawn, ...others], read)) };
};
