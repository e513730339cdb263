import { badgeSvg } from '#lib/radar/export/badge.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Site } from './site.ts';

/** Badge of a project's ring; null when the project does not exist. */
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
