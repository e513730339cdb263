export { GET, prerender } from '../format.server.ts';
