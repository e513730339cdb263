import { error } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import { nearestProjects } from '#lib/radar/explore/suggestions.ts';
import { alternativesTo } from '#lib/radar/edition/alternatives.ts';
import { historyMoves } from '#lib/radar/edition/moves/history.ts';
import { editionPage } from '../../asked-edition.ts';
import { peerActivity, peersOf } from './history/peer-activity.ts';

/** A departed project shows its last edition unless another is asked for. 404 for an unknown project. */
export async function projectPage(reader: RadarReader, id: string, asked: string | null) {
	const [today, shown] = await Promise.all([
		editionPage(reader, asked),
		shownProject(reader, id, asked)
	]);
	if (shown === null) {
		error(404, {
			message: `There is no project “${id}” on the radar.`,
			near: nearestProjects(id.replaceAll('-', ' '), today.blips).map(({ id, name }) => ({
				id,
				name
			}))
		});
	}
	const { project, cells, gone } = shown;
	const { blip } = project;
	const [whole, points] = await Promise.all([
		reader.standings(project.edition.id),
		reader.timeline()
	]);
	return {
		project,
		cells,
		moves: historyMoves(cells),
		gone,
		editions: today.editions,
		// Alternatives to a departed project come from the edition that is asked for.
		alternatives:
			gone === null || blip === null
				? project.alternatives
				: alternativesTo({ ...blip, ring: null }, today.blips),
		box: blip && peerActivity(blip.id, peersOf(blip, whole?.standings ?? [], points)),
		dimensions: whole?.dimensions ?? [],
		colour: today.segments.find(({ name }) => name === blip?.category)?.colour ?? null
	};
}
