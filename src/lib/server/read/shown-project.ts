import type { ProjectView } from '#lib/radar/edition/page-data.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import {
	departure,
	historyCells,
	type HistoryCell
} from '#lib/radar/edition/moves/ring-history.ts';
import type { Site } from './site.ts';

/** A project as its page shows it. */
export interface ShownProject {
	project: ProjectView;
	/** Its state in every edition, oldest first. */
	cells: HistoryCell[];
	/** How it left the radar; null while it stands on it. */
	gone: ReturnType<typeof departure>;
}

/**
 * A project as of an edition; one that has left as of the last edition in which it stood, unless an edition is asked for.
 * Null when there is no such project.
 */
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
