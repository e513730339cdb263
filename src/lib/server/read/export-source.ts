import { radarJson } from '#lib/radar/export/radar-json.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { visibleBlips } from '#lib/radar/explore/visible.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';
import type { EditionNews, RingStep } from '#lib/radar/edition/moves/through.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Source } from '#lib/radar/observation/sources.ts';

export interface ExportRequest {
	view: Asked;
	/** A former model version; null for the published one. */
	model: string | null;
	/** ISO 8601, UTC; null: the edition's day, so that the same edition gives the same bytes. */
	generatedAt: string | null;
	/** Site root with a trailing slash; null when unknown. */
	address: string | null;
}

interface Readings {
	edition: (id: string | null, model: string | null) => Edition | null;
	settings: (edition: Edition) => Settings;
	view: (edition: Edition) => EditionPage;
	standings: (edition: Edition) => Standing[];
	sources: () => Source[];
	ringSteps: (edition: Edition) => ReadonlyMap<string, RingStep[]>;
	news: () => readonly EditionNews[];
}

/** Null when the edition does not exist. */
export function exportSource(
	site: Readings,
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
			generatedAt: generatedAt ?? `${edition.date}T00:00:00.000Z`
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
