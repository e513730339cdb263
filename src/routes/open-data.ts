import { resolve } from '$app/paths';
import { building } from '$app/env';
import { error, type RequestEvent } from '@sveltejs/kit';
import { FORMATS, type Format, type FormatId } from '#lib/radar/export/formats.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { plainView, viewFromParams } from '#lib/radar/explore/view.ts';
import { noEdition } from '#lib/radar/words/words.ts';

/** Open data may be read from any page. */
export const OPEN = { 'access-control-allow-origin': '*' };

/** Answers with a format of the view that the address asks for; the newest edition, whole, without parameters. */
export function openData(event: RequestEvent, id: FormatId): Response {
	const { make, type }: Format = FORMATS[id];
	return new Response(make(sourceOf(event), ''), { headers: { ...OPEN, 'content-type': type } });
}

/** What exports of the view are made from; not found when its edition does not exist. */
export function sourceOf({ url, locals }: RequestEvent): ExportSource {
	const view = building ? plainView() : viewFromParams(url.searchParams);
	const model = building ? null : url.searchParams.get('model');
	const source = locals.site.exportSource({
		view,
		model,
		generatedAt: new Date().toISOString(),
		address: siteAddress(url)
	});
	return source ?? error(404, noEdition(view.edition, model));
}

/**
 * The root of this site, its base path included, for links from elsewhere (`resolve` leads there from the address that
 * is answered); null while it is built without being told where it will stand.
 */
export const siteAddress = (url: URL): string | null =>
	building && url.host === 'sveltekit-prerender' ? null : new URL(resolve('/'), url).href;
