import type { RadarReader } from '#lib/radar/api/reader.ts';
import { rowModel, tableRow } from '#lib/radar/explore/table-row.ts';
import { editionPage } from '../asked-edition.ts';

/** Every project of an edition as a row; `asked` null: the newest. `others`: other radars' rings in one line, by repository. */
export async function tablePage(
	reader: RadarReader,
	asked: string | null,
	others: Readonly<Record<string, string>> = {}
) {
	const [{ edition, editions, segments, rings }, whole] = await Promise.all([
		editionPage(reader, asked),
		reader.standings(asked)
	]);
	const model = rowModel(whole ?? { dimensions: [] });
	return {
		edition,
		editions,
		segments,
		rings,
		model,
		others,
		rows:
			whole?.standings.map((standing) =>
				tableRow(standing, model, others[standing.blip.repository ?? ''] ?? null)
			) ?? []
	};
}
