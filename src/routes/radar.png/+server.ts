import { building } from '$app/env';
import { radarSvg } from '#lib/components/picture/radar-svg.ts';
import { themeFromParams } from '#lib/radar/export/figure-theme.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { sourceOf } from '../open-data.ts';
import { openPng } from '../open-png.server.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = (event) => {
	const theme = building ? 'light' : themeFromParams(event.url.searchParams);
	return openPng(radarSvg(sourceOf(event), theme));
};
