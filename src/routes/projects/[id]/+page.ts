import { building } from '$app/env';
import { peerActivity, peersOf } from './peer-activity.ts';
import { projectAsOf } from '#lib/radar/edition/project-in-edition.ts';
import type { PageLoad } from './$types';

/** A static site fetches other editions. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = url.searchParams.get('edition') || data.project.edition.id;
	if (asked === data.project.edition.id) return data;
	const { fetchStandings } = await import('#lib/components/site/edition-files.ts');
	const whole = await fetchStandings(asked, fetch);
	const project = projectAsOf(data.project, whole);
	return {
		...data,
		project,
		dimensions: whole.dimensions,
		// Values outside the score are unknown here.
		box: project.blip && peerActivity(project.id, peersOf(project.blip, whole.standings, [])),
		alternatives: data.gone === null ? project.alternatives : data.alternatives
	};
};
