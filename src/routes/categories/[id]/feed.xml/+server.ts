export { GET, prerender } from '../../../format.server.ts';
export { everyCategory as entries } from '#lib/server/read/static-build.ts';
