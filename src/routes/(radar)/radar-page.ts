import type { RadarReader } from '#lib/radar/api/reader.ts';
import { packNames } from '#lib/radar/chart/names/name-columns.ts';
import { namesOf } from '#lib/radar/chart/names/names.ts';
import { editionPage } from '../asked-edition.ts';
import { packBlips } from './blip-columns.ts';

/** An edition, its blips and their names in columns; `asked` null: the newest. */
export async function radarPage(reader: RadarReader, asked: string | null) {
	const edition = await editionPage(reader, asked);
	const { blips, ...view } = edition;
	return { view, columns: packBlips(blips), names: packNames(namesOf(edition), blips) };
}
