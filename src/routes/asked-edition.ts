import { building } from '$app/env';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Edition } from '#lib/radar/model/placement.ts';

type Asking = Pick<RequestEvent, 'url' | 'locals'>;

/** Null: newest, also during a build. */
export const askedId = ({ url }: Pick<Asking, 'url'>): string | null =>
	building ? null : url.searchParams.get('edition') || null;

/** 404 for an unknown edition. */
export const askedEdition = ({ url, locals }: Asking): Edition =>
	editionNamed(askedId({ url }), locals);

/** Null: newest; 404 for an unknown edition. */
export function editionNamed(id: string | null, { site }: Asking['locals']): Edition {
	const edition = site.edition(id);
	if (edition !== null) return edition;
	if (id === null) error(503, 'No data yet: no edition has been published.');
	error(404, `There is no edition “${id}”.`);
}
