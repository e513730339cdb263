import { radarJson } from '#lib/radar/export/radar-json.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { visibleBlips } from '#lib/radar/explore/visible.ts';
import type { View } from '#lib/radar/explore/view.ts';
import type { Site } from './site.ts';

/** What an export is asked for with. */
export interface ExportRequest {
	view: View;
	/** A former version of the model; null for the published one. */
	model: string | null;
	/** ISO 8601, UTC. */
	generatedAt: string;
	/** Address of the site's root, with a slash at its end; null where it is not known. */
	address: string | null;
}

/** What every export of a view is made from; null when there is no such edition. */
export function exportSource(
	site: Site,
	{ view, model, generatedAt, address }: ExportRequest
): ExportSource | null {
	const edition = site.edition(view.edition, model);
	if (edition === null) return null;
	const settings = site.settings(edition);
	const shown = site.view(edition);
	const visible = new Set(visibleBlips(shown.blips, view).map(({ id }) => id));
	return {
		document: radarJson({
			view: shown,
			projects: site.standings(edition).filter(({ blip }) => visible.has(blip.id)),
			settings,
			sources: site.sources(),
			generatedAt
		}),
		view,
		edition: shown,
		quadrants: settings.quadrants,
		site: address,
		repository: settings.site.repository,
		steps: () => site.ringSteps(edition),
		news: () => site.news()
	};
}
