import { building } from '$app/env';
import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { comparedIds, comparedProject, compareProjects } from '#lib/radar/comparison.ts';
import type { ProjectView } from '#lib/radar/page-data.ts';
import type { PageLoad } from './$types';

/** What the server answered; on a site without one, the projects are fetched one by one. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (building) return data;
	const ids = comparedIds(url.searchParams.get('p'));
	const add = url.searchParams.get('add')?.trim().toLowerCase() ?? '';
	const added = data.others.find(({ id, name }) => id === add || name.toLowerCase() === add);
	if (added !== undefined) {
		redirect(303, resolve(`/compare?p=${comparedIds([...ids, added.id].join(',')).join(',')}`));
	}
	if (ids.join() === data.asked.join()) return data;

	const answers = await Promise.all(
		ids.map(async (id): Promise<ProjectView | null> => {
			const address = `${resolve('/')}api/v1/projects/${encodeURIComponent(id)}.json`;
			const answer = await fetch(address).catch(() => null);
			return answer?.ok ? answer.json() : null;
		})
	);
	const projects = answers.flatMap((project) =>
		project === null || project.placement === null ? [] : [project]
	);
	const found = new Set(projects.map(({ id }) => id));
	return {
		...data,
		asked: ids,
		missing: ids.filter((id) => !found.has(id)),
		others: data.others.filter(({ id }) => !found.has(id)),
		projects: projects.map(comparedProject),
		comparison: compareProjects(projects)
	};
};
