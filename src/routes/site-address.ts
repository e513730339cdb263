import { resolve } from '$app/paths';
import { building } from '$app/env';

/**
 * Other sites need a full address; `resolve` may be relative.
 * Null during a build without an address.
 */
export const siteAddress = (url: URL): string | null =>
	building && url.host === 'sveltekit-prerender' ? null : new URL(resolve('/'), url).href;
