import { error } from '@sveltejs/kit';
import { overridesUrl } from '#lib/radar/edition/project/correction.ts';
import { waysToHelp } from '#lib/radar/edition/project/ways-to-help.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const edition = site.edition(null);
	if (edition === null) error(503, 'No data yet: no edition has been published.');
	const { site: about, landscape } = site.settings(edition);
	return {
		ways: waysToHelp(about.repository, landscape.foundation.name),
		overrides: overridesUrl(about.repository),
		workingGroup: about.working_group ?? null
	};
};
