import { alternativesTo } from '#lib/radar/edition/alternatives.ts';
import { peerActivity, peersOf } from './peer-activity.ts';
import { historyMoves } from '#lib/radar/edition/moves/ring-history.ts';
import { everyProject } from '#lib/server/read/static-build.ts';
import { askedEdition } from '../../asked-edition.ts';
import { askedProject } from '../../asked-project.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyProject;

/** A departed project shows its last edition. */
export const load: PageServerLoad = ({ params, url, locals }) => {
	const { site } = locals;
	const { project, cells, gone } = askedProject(params.id, { url, locals });
	const editions = site.editions();
	const settings = site.settings(project.edition);
	const { blip } = project;
	// Alternatives to a departed project come from today's edition.
	const today =
		gone === null || blip === null ? null : site.view(askedEdition({ url, locals })).blips;
	return {
		project,
		cells,
		moves: historyMoves(cells),
		gone,
		editions: editions.map(({ id, date, kind }) => ({ id, date, kind })),
		alternatives:
			today === null || blip === null
				? project.alternatives
				: alternativesTo({ ...blip, ring: null }, today),
		box:
			blip &&
			peerActivity(blip.id, peersOf(blip, site.standings(project.edition), site.overTime())),
		dimensions: settings.model.dimensions,
		colour: settings.categories.find(({ name }) => name === blip?.category)?.colour ?? null,
		repository: settings.site.repository
	};
};
