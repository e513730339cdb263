import { error } from '@sveltejs/kit';
import { building } from '$app/env';
import { resolve } from '$app/paths';
import type { WhatIfProject } from '#lib/radar/what-if.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) => {
	let { edition, isNewest } = data;
	// Without a server the address is read here. Every edition is published under the newest model.
	const asked = import.meta.env.STATIC_SITE && !building ? url.searchParams.get('edition') : null;
	if (asked && asked !== edition.id) {
		const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
		({ edition } = await fetchEdition(asked, fetch));
		isNewest = false;
	}
	const answer = await fetch(resolve('/api/v1/what-if/[id].json', { id: edition.id }));
	if (!answer.ok) error(answer.status, 'The projects of the edition could not be fetched.');
	const projects: WhatIfProject[] = await answer.json();
	return { ...data, edition, isNewest, projects };
};
