import { error } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import { verdictSentences } from '#lib/radar/edition/verdict.ts';
import { askedFrom, isNarrowed } from '#lib/radar/explore/asked.ts';
import { visibleBlips } from '#lib/radar/explore/visible.ts';
import { editionPage } from '../asked-edition.ts';

/** A project's card where the address names one, else the radar as the address asks for it. 404 for what does not exist. */
export async function embedPage(reader: RadarReader, params: URLSearchParams) {
	const asked = askedFrom(params);
	const view = await editionPage(reader, asked.edition);
	if (asked.project === null) {
		const matching = isNarrowed(asked) ? visibleBlips(view.blips, asked).map(({ id }) => id) : null;
		return { view, matching, project: null };
	}
	const shown = await shownProject(reader, asked.project, asked.edition);
	if (shown === null) error(404, `There is no project “${asked.project}” on the radar.`);
	const { project, gone } = shown;
	const { name, blip, placement, cutOffs, edition } = project;
	return {
		view: { ...view, blips: [] },
		matching: null,
		project: {
			id: project.id,
			name,
			edition: edition.id,
			/** Null while it is on the radar. */
			left: gone?.left.edition ?? null,
			blip,
			verdict:
				blip === null || placement === null
					? []
					: verdictSentences({ ...blip, name, placement, cutOffs })
		}
	};
}
