export { GET, prerender } from '../../../../../format.server.ts';
export { everyEdition as entries } from '#lib/server/read/static-build.ts';
