import { error } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { EditionIds } from '#lib/radar/edition/moves/asked-pair.ts';
import { editionDifference } from '#lib/radar/edition/moves/difference.ts';
import { monthsBefore } from '#lib/radar/words/days.ts';

/** Id of the newest edition at least that many months older than `to`; null: none is so old. */
export function editionMonthsBefore(
	editions: readonly { id: string }[],
	to: string,
	months: number
): string | null {
	const month = monthsBefore(`${to.slice(0, 7)}-01`, months).slice(0, 7);
	return editions.findLast(({ id }) => id.slice(0, 7) <= month)?.id ?? null;
}

/** What changed between two editions. 404 for an unknown one. */
export async function changesPage(
	reader: RadarReader,
	{ from, to }: EditionIds,
	formerCategory: string
) {
	const find = async (id: string) =>
		(await reader.standings(id)) ?? error(404, `There is no edition “${id}” to compare with.`);
	const [after, before] = await Promise.all([find(to), find(from)]);
	return editionDifference(before, after, formerCategory);
}
