import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { openData } from '../../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** An edition as open data, filtered as the page is by the same parameters; `?model=` names a former version. */
export const GET: RequestHandler = (event) => openData(event, 'json');
