import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { WhatIfProject } from '#lib/radar/what-if.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, fetch }) => {
	const answer = await fetch(resolve('/api/v1/what-if/[id].json', { id: data.edition.id }));
	if (!answer.ok) error(answer.status, 'The projects of the edition could not be fetched.');
	const projects: WhatIfProject[] = await answer.json();
	return { ...data, projects };
};
