import { STATIC_BUILD } from '#lib/server/read/static-build.ts';

export const prerender = STATIC_BUILD;
