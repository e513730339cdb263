import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { safeUrl } from '#lib/radar/words/addresses.ts';
import type { LayoutServerLoad } from './$types';

export const prerender = STATIC_BUILD;

/** `source`: address of the repository; null when there is none. */
export const load: LayoutServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null);
	return { source: newest && safeUrl(site.settings(newest).site.repository) };
};
