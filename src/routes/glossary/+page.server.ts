import { error } from '@sveltejs/kit';
import { glossaryOf } from '#lib/radar/model/glossary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const edition = site.edition(null);
	if (edition === null) error(503, 'No data yet: no edition has been published.');
	return { terms: glossaryOf(site.settings(edition)) };
};
