import { building } from '$app/env';
import { readDrawn } from '#lib/components/radar/read-drawn.ts';
import type { InPlaceOf } from '#lib/radar/explore/in-place-of.ts';
import { unpackBlips, type PackedBlips } from '#lib/radar/explore/page-blips.ts';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { PageLoad } from './$types';

/**
 * What forgives a search its typing errors comes along when the address holds a search; else when someone is about to
 * type. The edition is fetched here when the page was not made of it, as on a site without a server.
 */
export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	const { id } = data.view.edition;
	const asked =
		import.meta.env.STATIC_SITE && !building ? url.searchParams.get('edition') || id : id;
	const blips = asked === id ? blipsOf(data.blips, id) : null;
	return {
		view: blips === null ? await fetchView(asked, fetch) : { ...data.view, blips },
		misspelling:
			!building && untrack(() => url.searchParams.has('q'))
				? await import('#lib/radar/explore/misspelling.ts')
				: null
	};
};

/** The edition's blips: here on the server, packed in the browser. Null where the chart to be read is not there. */
function blipsOf(sent: InPlaceOf<Blip[], PackedBlips> | PackedBlips, edition: string) {
	if ('here' in sent) return sent.here;
	return unpackBlips(sent, sent.drawn === 0 ? [] : readDrawn(edition));
}

async function fetchView(edition: string, fetch: typeof globalThis.fetch): Promise<EditionView> {
	const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
	return fetchEdition(edition, fetch);
}
