export { GET, prerender, everyFormat as entries } from '../../../format.server.ts';
