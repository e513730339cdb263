import { building } from '$app/env';
import { radarSvg } from '#lib/components/picture/radar-svg.ts';
import { SVG_TYPE, themeFromParams } from '#lib/radar/export/figure-theme.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { OPEN, sourceOf } from '../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** `theme=dark`: dark background. */
export const GET: RequestHandler = (event) => {
	const theme = building ? 'light' : themeFromParams(event.url.searchParams);
	return new Response(radarSvg(sourceOf(event), theme), {
		headers: { ...OPEN, 'content-type': SVG_TYPE }
	});
};
