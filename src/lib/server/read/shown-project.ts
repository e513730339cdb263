import type { ProjectPage } from '#lib/radar/edition/page-data.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import {
	departure,
	historyCells,
	type HistoryCell
} from '#lib/radar/edition/moves/ring-history.ts';
import type { Site } from './site.ts';

export interface ShownProject {
	project: ProjectPage;
	/** Oldest first. */
	cells: HistoryCell[];
	/** Null while the project is on the radar. */
	gone: ReturnType<typeof departure>;
}

/** A project as of an edition, by default its last one; null when the project does not exist. */
export function shownProject(
	site: Site,
	id: string,
	edition: Edition,
	isAsked: boolean
): ShownProject | null {
	const project = site.project(id, edition);
	if (project === null) return null;
	const cells = historyCells(project.history, site.editions());
	const gone = departure(cells);
	const last = isAsked || gone === null ? null : site.edition(gone.last.edition);
	return { project: (last && site.project(id, last)) ?? project, cells, gone };
}
