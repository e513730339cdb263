import { STATIC_BUILD } from '#lib/server/static-build.ts';

export const prerender = STATIC_BUILD;
