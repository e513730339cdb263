import type { RadarReader } from '#lib/radar/api/reader.ts';
import { toColumns } from '#lib/radar/chart/columns.ts';
import { editionPage } from '../asked-edition.ts';

/** An edition to place anew under other weights; `asked` null: the newest. */
export async function whatIfPage(reader: RadarReader, asked: string | null) {
	const [{ blips, ...view }, projects] = await Promise.all([
		editionPage(reader, asked),
		reader.whatIf(asked)
	]);
	return {
		view,
		columns: toColumns(blips),
		projects: projects ?? [],
		isNewest: view.edition.id === view.editions.at(-1)?.id
	};
}
