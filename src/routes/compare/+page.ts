import { building } from '$app/env';
import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { fetchStandings } from '#lib/components/site/edition-files.ts';
import {
	comparedIds,
	comparedProject,
	compareProjects,
	leftOutIds
} from '#lib/radar/edition/comparison.ts';
import type { ProjectPage } from '#lib/radar/edition/page-data.ts';
import { projectAsOf } from '#lib/radar/edition/project-in-edition.ts';
import { askedBeside } from './find-project.ts';
import { queryText } from '#lib/radar/words/query-text.ts';
import { comparisonSuggestions } from './comparison-suggestions.ts';
import type { PageLoad } from './$types';

/** A static site fetches the projects one by one. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const ids = comparedIds(url.searchParams.getAll('p').join());
	const asked = url.searchParams.get('edition') || data.edition.id;
	const older = asked === data.edition.id ? null : await fetchStandings(asked, fetch);
	const others =
		older === null ? data.others : older.standings.map(({ blip: { id, name } }) => ({ id, name }));

	const { added, already, unknown } = askedBeside(url.searchParams.get('add') ?? '', others, ids);
	if (added !== null) {
		const query = queryText({
			p: comparedIds([...ids, added.id].join(',')).join(','),
			edition: asked === data.edition.id ? null : asked
		});
		redirect(303, resolve(`/compare${query}`));
	}

	const answers = await Promise.all(
		ids.map(async (id): Promise<ProjectPage | null> => {
			const address = `${resolve('/')}api/v1/projects/${encodeURIComponent(id)}.json`;
			const answer = await fetch(address).catch(() => null);
			if (!answer?.ok) return null;
			const project: ProjectPage = await answer.json();
			return older === null ? project : projectAsOf(project, older);
		})
	);
	const projects = answers.flatMap((project) =>
		project === null || project.placement === null ? [] : [project]
	);
	const found = new Set(projects.map(({ id }) => id));
	return {
		...data,
		edition: older?.edition ?? data.edition,
		missing: [...ids.filter((id) => !found.has(id)), ...unknown],
		already: already?.name ?? null,
		leftOut: leftOutIds(url.searchParams.getAll('p').join()),
		others: others.filter(({ id }) => !found.has(id)),
		suggestions:
			older === null
				? data.suggestions
				: comparisonSuggestions(older.standings.map(({ blip }) => blip)),
		projects: projects.map(comparedProject),
		comparison: compareProjects(projects),
		cutOffs: older?.cutOffs ?? data.cutOffs
	};
};
