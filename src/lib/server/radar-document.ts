import { asc } from 'drizzle-orm';
import { radarJson } from '#lib/radar/export/radar-json.ts';
import type { RadarDocument } from '#lib/radar/export/radar-schema.ts';
import { sourceSchema } from '#lib/radar/sources.ts';
import { visibleBlips } from '#lib/radar/visible.ts';
import type { View } from '#lib/radar/view.ts';
import type { Database } from './db/database.ts';
import { source } from './db/schema.ts';
import { editionView, findEdition, settingsOf, standingsOf } from './editions.ts';

/**
 * `radar.json` of what a view shows; null when the view asks for an edition that does not exist.
 * `model`: a former version, in place of the published one. `generatedAt`: ISO 8601, UTC.
 */
export function radarDocument(
	db: Database,
	{ view, model, generatedAt }: { view: View; model?: string | null; generatedAt: string }
): RadarDocument | null {
	const shown = findEdition(db, view.edition, model);
	if (shown === null) return null;
	const settings = settingsOf(db, shown);
	const { blips, ...rest } = editionView(db, shown, settings);
	const visible = new Set(visibleBlips(blips, view).map(({ id }) => id));
	return radarJson({
		view: rest,
		projects: standingsOf(db, shown, settings.model).filter(({ blip }) => visible.has(blip.id)),
		settings,
		sources: db
			.select()
			.from(source)
			.orderBy(asc(source.id))
			.all()
			.map((row) => sourceSchema.parse(row)),
		generatedAt
	});
}
