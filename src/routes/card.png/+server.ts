import { radarCardSvg } from '#lib/components/picture/card-svg.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { sourceOf } from '../open-data.ts';
import { openPng } from '../open-png.server.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = (event) => openPng(radarCardSvg(sourceOf(event)));
