import type { RadarReader } from '#lib/radar/api/reader.ts';
import { toColumns } from '#lib/radar/chart/columns.ts';
import { editionPage } from '../asked-edition.ts';

/** An edition, its blips in columns; `asked` null: the newest. */
export async function radarPage(reader: RadarReader, asked: string | null) {
	const { blips, ...view } = await editionPage(reader, asked);
	return { view, columns: toColumns(blips) };
}
