import { building } from '$app/env';
import { error, redirect } from '@sveltejs/kit';
import {
	comparedIds,
	comparedProject,
	compareProjects,
	LEAST_COMPARED
} from '#lib/radar/comparison.ts';
import { RINGS } from '#lib/radar/vocabulary.ts';
import type { PageServerLoad } from './$types';

const MOST_SUGGESTIONS = 6;

/** Projects side by side: `?p=a,b,c,d`; `add=` puts in one more by its name or id. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const params = building ? new URLSearchParams() : url.searchParams;
	const asked = params.get('edition') || null;
	const edition = site.edition(asked);
	if (edition === null) error(404, `There is no edition “${asked ?? ''}”.`);
	const { blips, editions, notice } = site.view(edition);
	const ids = comparedIds(params.get('p'));

	const add = params.get('add')?.trim().toLowerCase() ?? '';
	const added = blips.find(({ id, name }) => id === add || name.toLowerCase() === add);
	if (added !== undefined) {
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
	// Pairs worth a look: the two best placed of a box.
	const boxes = Map.groupBy(
		blips.filter(({ ring }) => ring !== null),
		({ category, subcategory }) => `${category} / ${subcategory}`
	);
	const suggestions = [...boxes]
		.map(([box, members]) => ({
			box,
			members: members
				.sort(
					(a, b) =>
						RINGS.indexOf(a.ring ?? 'hold') - RINGS.indexOf(b.ring ?? 'hold') ||
						(b.score ?? 0) - (a.score ?? 0)
				)
				.slice(0, 3)
				.map(({ id, name }) => ({ id, name }))
		}))
		.filter(({ members }) => members.length >= LEAST_COMPARED)
		.sort((a, b) => (boxes.get(b.box)?.length ?? 0) - (boxes.get(a.box)?.length ?? 0))
		.slice(0, MOST_SUGGESTIONS);
	return {
		edition,
		editions,
		notice,
		missing: [...ids.filter((id) => !found.has(id)), ...(add === '' ? [] : [add])],
		/** Ids that were asked for; a site without a server does not know what is asked. */
		asked: ids,
		others: blips.filter(({ id }) => !found.has(id)).map(({ id, name }) => ({ id, name })),
		projects: projects.map(comparedProject),
		comparison: compareProjects(projects),
		cutOffs: settings.model.cut_offs,
		suggestions
	};
};
