import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { openData } from '../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** The changes as a JSON feed. */
export const GET: RequestHandler = (event) => openData(event, 'json-feed');
