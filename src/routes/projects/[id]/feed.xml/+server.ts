export { GET, prerender } from '../../../format.server.ts';
export { everyProject as entries } from '#lib/server/read/static-build.ts';
