import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site compares other editions here. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const to = url.searchParams.get('to') || data.to.id;
	const before = data.editions[data.editions.findIndex(({ id }) => id === to) - 1]?.id ?? to;
	const from = url.searchParams.get('from') || before;
	if (from === data.from.id && to === data.to.id) return data;
	const [{ fetchStandings }, { editionDifference }] = await Promise.all([
		import('#lib/components/site/edition-files.ts'),
		import('#lib/radar/edition/moves/edition-difference.ts')
	]);
	const [one, other] = await Promise.all([fetchStandings(from, fetch), fetchStandings(to, fetch)]);
	return { ...data, ...editionDifference(one, other, data.former) };
};
