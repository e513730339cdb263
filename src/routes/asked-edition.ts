import { building } from '$app/env';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';

type Asking = Pick<RequestEvent, 'url' | 'locals'>;

/** None during a build. */
export const askedParams = (url: URL): URLSearchParams =>
	building ? new URLSearchParams() : url.searchParams;

/** `?` included; empty without parameters. */
export const askedSearch = (url: URL): string => (building ? '' : url.search);

/** Null: newest, also during a build. */
export const askedId = ({ url }: Pick<Asking, 'url'>): string | null =>
	askedParams(url).get('edition') || null;

/** True where a static site's address asks for an edition that was not rendered ahead. */
export const asksForOther = (url: URL, rendered: string): boolean =>
	(askedId({ url }) ?? rendered) !== rendered;

/** Null: newest; 404 for an unknown edition. */
export async function editionPage(reader: RadarReader, id: string | null): Promise<EditionPage> {
	return (await reader.edition(id)) ?? noSuchEdition(id);
}

function noSuchEdition(id: string | null): never {
	if (id === null) error(503, 'No data yet: no edition has been published.');
	error(404, `There is no edition “${id}”.`);
}
