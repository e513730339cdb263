import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { openData } from '../../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** The same under the quadrant names of the hosted site. */
export const GET: RequestHandler = (event) => openData(event, 'byor-hosted');
