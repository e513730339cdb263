import { identityOf } from '#lib/radar/edition/identity.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { safeUrl } from '#lib/radar/words/addresses.ts';
import type { LayoutServerLoad } from './$types';

export const prerender = STATIC_BUILD;

/** `source`: address of the repository; null when there is none. */
export const load: LayoutServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null);
	if (newest === null) return { source: null };
	const settings = site.settings(newest);
	return { source: safeUrl(settings.site.repository), identity: identityOf(settings) };
};
