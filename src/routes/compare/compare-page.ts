import { redirect } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import {
	comparedIds,
	comparedProject,
	compareProjects,
	leftOutIds
} from '#lib/radar/edition/comparison.ts';
import { queryText } from '#lib/radar/words/addresses.ts';
import { askedId, askedParams, editionPage } from '../asked-edition.ts';
import { comparisonSuggestions } from './comparison-suggestions.ts';
import { askedBeside } from './find-project.ts';

/** `?p=a,b,c,d`; `add=` adds one by name or id and leads to the address of the result. */
export async function comparePage(reader: RadarReader, url: URL) {
	const params = askedParams(url);
	const asked = askedId({ url });
	const { edition, blips, editions, notice } = await editionPage(reader, asked);
	const text = params.getAll('p').join();
	const ids = comparedIds(text);

	const { added, already, unknown } = askedBeside(params.get('add') ?? '', blips, ids);
	if (added !== null) {
		const p = comparedIds([...ids, added.id].join(',')).join(',');
		redirect(303, `${url.pathname}${queryText({ p, edition: asked })}`);
	}

	const read = await Promise.all(ids.map((id) => reader.project(id, edition.id)));
	const projects = read.flatMap((project) =>
		project === null || project.placement === null ? [] : [project]
	);
	const found = new Set(projects.map(({ id }) => id));
	return {
		edition,
		editions,
		notice,
		missing: [...ids.filter((id) => !found.has(id)), ...unknown],
		already: already?.name ?? null,
		leftOut: leftOutIds(text),
		others: blips.filter(({ id }) => !found.has(id)).map(({ id, name }) => ({ id, name })),
		projects: projects.map(comparedProject),
		comparison: compareProjects(projects),
		/** Null without projects. */
		cutOffs: projects[0]?.cutOffs ?? null,
		suggestions: comparisonSuggestions(blips)
	};
}
