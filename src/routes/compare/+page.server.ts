import { building } from '$app/env';
import { redirect } from '@sveltejs/kit';
import {
	comparedIds,
	comparedProject,
	compareProjects,
	leftOutIds
} from '#lib/radar/edition/comparison.ts';
import { askedBeside } from './find-project.ts';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import { comparisonSuggestions } from './comparison-suggestions.ts';
import { askedEdition, askedId } from '../asked-edition.ts';
import type { PageServerLoad } from './$types';

/** `?p=a,b,c,d`; `add=` adds one by name or id. */
export const load: PageServerLoad = ({ url, locals }) => {
	const { site } = locals;
	const params = building ? new URLSearchParams() : url.searchParams;
	const asked = askedId({ url });
	const edition = askedEdition({ url, locals });
	const { blips, editions, notice } = site.view(edition);
	const ids = comparedIds(params.getAll('p').join());

	const { added, already, unknown } = askedBeside(params.get('add') ?? '', blips, ids);
	if (added !== null) {
		const query = new URLSearchParams({ p: comparedIds([...ids, added.id].join(',')).join(',') });
		if (asked !== null) query.set('edition', asked);
		redirect(303, `${url.pathname}?${query.toString().replaceAll('%2C', ',')}`);
	}

	const projects = ids.flatMap((id) => {
		const project = site.project(id, edition);
		return project === null || project.placement === null ? [] : [project];
	});
	const found = new Set(projects.map(({ id }) => id));
	const settings = site.settings(edition);
	return {
		edition,
		editions,
		notice,
		missing: [...ids.filter((id) => !found.has(id)), ...unknown],
		already: already?.name ?? null,
		leftOut: leftOutIds(params.getAll('p').join()),
		others: blips.filter(({ id }) => !found.has(id)).map(({ id, name }) => ({ id, name })),
		projects: projects.map(comparedProject),
		comparison: compareProjects(projects),
		cutOffs: cutOffsOf(settings.model),
		suggestions: comparisonSuggestions(blips)
	};
};
