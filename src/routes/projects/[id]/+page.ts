import { building } from '$app/env';
import { projectAsOf } from '#lib/radar/project-in-edition.ts';
import type { PageLoad } from './$types';

/** What the server answered; on a site without one, another edition is fetched. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = url.searchParams.get('edition') || data.project.edition.id;
	if (asked === data.project.edition.id) return data;
	const { fetchStandings } = await import('#lib/components/site/edition-files.ts');
	const project = projectAsOf(data.project, await fetchStandings(asked, fetch));
	return {
		...data,
		project,
		alternatives: data.gone === null ? project.alternatives : data.alternatives
	};
};
