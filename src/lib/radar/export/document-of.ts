import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { projectJson } from './radar-json.ts';
import type { RadarDocument } from './radar-schema.ts';

/**
 * @throws {Error} for an edition of another model: its cut-offs are unknown here. The page shows
 * the message.
 */
export function documentOf(
	other: RadarDocument,
	{ edition, segments, left }: Pick<EditionPage, 'edition' | 'segments' | 'left'>,
	standings: readonly Standing[]
): RadarDocument {
	const { id, date, kind, modelVersion } = edition;
	if (modelVersion !== other.model.version) {
		throw new Error(`This edition is judged by the model ${modelVersion}: it has no data here.`);
	}
	return {
		...other,
		edition: { id, date, kind },
		categories: segments.map(({ name, subcategories }) => ({ name, subcategories })),
		left,
		projects: standings.map(projectJson)
	};
}
