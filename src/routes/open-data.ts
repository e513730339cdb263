import { resolve } from '$app/paths';
import { building } from '$app/env';
import { error, type RequestEvent } from '@sveltejs/kit';
import { FORMATS, type Format, type FormatId } from '#lib/radar/export/formats.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { nothingAsked, askedFrom } from '#lib/radar/explore/asked.ts';
import { noEdition } from '#lib/radar/words/words.ts';

/** Any site may read open data. */
export const OPEN = { 'access-control-allow-origin': '*' };

export function openData(event: RequestEvent, id: FormatId): Response {
	const { make, type }: Format = FORMATS[id];
	return new Response(make(sourceOf(event), ''), { headers: { ...OPEN, 'content-type': type } });
}

/** 404 for an unknown edition. */
export function sourceOf({ url, locals }: RequestEvent): ExportSource {
	const view = building ? nothingAsked() : askedFrom(url.searchParams);
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
 * Other sites need a full address; `resolve` may be relative.
 * Null during a build without an address.
 */
export const siteAddress = (url: URL): string | null =>
	building && url.host === 'sveltekit-prerender' ? null : new URL(resolve('/'), url).href;
