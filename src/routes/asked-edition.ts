import { building } from '$app/env';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Edition } from '#lib/radar/model/placement.ts';

type Asking = Pick<RequestEvent, 'url' | 'locals'>;

/** Id of the edition that an address asks for; null when it asks for none, as while the site is built. */
export const askedId = ({ url }: Pick<Asking, 'url'>): string | null =>
	building ? null : url.searchParams.get('edition') || null;

/** The edition that an address asks for, the newest when it asks for none; an error page when it is not there. */
export const askedEdition = ({ url, locals }: Asking): Edition =>
	editionNamed(askedId({ url }), locals);

/** An edition by its id, the newest for null; an error page when it is not there. */
export function editionNamed(id: string | null, { site }: Asking['locals']): Edition {
	const edition = site.edition(id);
	if (edition !== null) return edition;
	if (id === null) error(503, 'No data yet: no edition has been published.');
	error(404, `There is no edition “${id}”.`);
}
