import { asc } from 'drizzle-orm';
import { radarJson } from '#lib/radar/export/radar-json.ts';
import type { RadarDocument } from '#lib/radar/export/radar-schema.ts';
import { sourceSchema } from '#lib/radar/sources.ts';
import { visibleBlips } from '#lib/radar/visible.ts';
import type { View } from '#lib/radar/view.ts';
import type { Database } from './db/database.ts';
import { source } from './db/schema.ts';
import { editionView, listEditions, settingsOf, standingsOf } from './editions.ts';

/**
 * `radar.json` of what a view shows; null when the view asks for an edition that does not exist.
 * `generatedAt`: ISO 8601, UTC.
 */
export function radarDocument(
	db: Database,
	{ view, generatedAt }: { view: View; generatedAt: string }
): RadarDocument | null {
	const editions = listEditions(db);
	const shown =
		view.edition === null ? editions.at(-1) : editions.find(({ id }) => id === view.edition);
	if (shown === undefined) return null;
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
