import { error } from '@sveltejs/kit';
import { building } from '$app/env';
import { resolve } from '$app/paths';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import type { EditionPage } from '#lib/radar/edition/page-data.ts';
import type { WhatIfProject } from '#lib/radar/explore/what-if.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) => {
	let { isNewest } = data;
	let view: EditionPage = { ...data.view, blips: fromColumns(data.columns) };
	// A static site reads the address here; every edition has the newest model.
	const asked = import.meta.env.STATIC_SITE && !building ? url.searchParams.get('edition') : null;
	if (asked && asked !== view.edition.id) {
		const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
		view = await fetchEdition(asked, fetch);
		isNewest = false;
	}
	const answer = await fetch(resolve('/api/v1/what-if/[id].json', { id: view.edition.id }));
	if (!answer.ok) error(answer.status, 'The projects of the edition could not be fetched.');
	const projects: WhatIfProject[] = await answer.json();
	const { model, presets } = data;
	return { model, presets, view, isNewest, projects };
};
