import { newsJsonSchema } from '#lib/radar/news/week/news-schema.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { OPEN } from '../../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = () => Response.json(newsJsonSchema(), { headers: OPEN });
