import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { openData } from '../../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = (event) => openData(event, 'csv');
