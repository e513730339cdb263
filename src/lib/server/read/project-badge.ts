import { badgeSvg } from '#lib/radar/export/badge.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Site } from './site.ts';

/** In which ring a project stands in an edition, as a badge; null when there is no such project. */
export function projectBadge(site: Site, id: string, edition: Edition): string | null {
	const project = site.project(id, edition);
	if (project === null) return null;
	return badgeSvg({
		title: site.settings(edition).title,
		name: project.name,
		state: project.blip === null ? 'left' : (project.blip.ring ?? 'not-rated'),
		edition: edition.id
	});
}
