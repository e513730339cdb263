import { building } from '$app/env';
import { published } from '#lib/components/site/published.ts';
import { readDrawn } from '#lib/components/radar/read-drawn.ts';
import type { InPlaceOf } from '#lib/radar/explore/in-place-of.ts';
import { unpackBlips, type PackedBlips } from '#lib/radar/explore/page-blips.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { editionPage } from '../asked-edition.ts';
import type { PageLoad } from './$types';

/** A static site fetches other editions here. */
export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	const { id } = data.view.edition;
	const asked =
		import.meta.env.STATIC_SITE && !building ? url.searchParams.get('edition') || id : id;
	const blips = asked === id ? blipsOf(data.blips, id) : null;
	return {
		view:
			blips === null
				? await editionPage(published(fetch, data.view.editions), asked)
				: { ...data.view, blips },
		misspelling:
			!building && untrack(() => url.searchParams.has('q'))
				? await import('#lib/radar/explore/fuzzy.ts')
				: null
	};
};

/** Null when the served chart cannot be read. */
function blipsOf(sent: InPlaceOf<Blip[], PackedBlips> | PackedBlips, edition: string) {
	if ('here' in sent) return sent.here;
	return unpackBlips(sent, sent.drawn === 0 ? [] : readDrawn(edition));
}
