import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import { departure, historyCells, type HistoryCell } from '#lib/radar/edition/moves/history.ts';
import type { RadarReader } from './reader.ts';

export interface ShownProject {
	project: ProjectPage;
	/** Oldest first. */
	cells: HistoryCell[];
	/** Null while the project is on the radar. */
	gone: ReturnType<typeof departure>;
}

/**
 * A project as of an edition. `edition` null: the newest, or the last one that had the project.
 * Null when the project does not exist.
 */
export async function shownProject(
	reader: RadarReader,
	id: string,
	edition: string | null
): Promise<ShownProject | null> {
	const project = await reader.project(id, edition);
	if (project === null) return null;
	const cells = historyCells(project.history, await reader.editions());
	const gone = departure(cells);
	const last =
		edition === null && gone !== null ? await reader.project(id, gone.last.edition) : null;
	return { project: last ?? project, cells, gone };
}
