import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site has every choice. */
export const load: PageLoad = ({ data, url }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = Number(url.searchParams.get('months'));
	return { ...data, ...data.stretches.find(({ months }) => months === asked) };
};
