import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Counting } from '#lib/server/sources/git/source.ts';

/** Commits are counted by organisation once a month. */
const EVERY_DAYS = 28;

/**
 * Which repositories' commits are counted tonight, and what was counted so far. Due is what was counted longer ago, or
 * with an older table of organisations. Without organisations nothing is counted.
 */
export function dueCounts(
	{
		organisations,
		carriedBy,
		overrides
	}: Pick<DataFolder, 'organisations' | 'carriedBy' | 'overrides'>,
	night: Day
): { counting: Counting; counted: CarriedByRow[] } {
	const last = new Map<string, CarriedByRow>();
	for (const row of carriedBy) {
		if (row.window !== 'year') continue;
		const key = identityKey(overrides, row.repository);
		const other = last.get(key);
		if (other === undefined || other.to <= row.to) last.set(key, row);
	}
	const lastOf = (repository: string) => last.get(identityKey(overrides, repository));
	const counted: CarriedByRow[] = [];
	return {
		counted,
		counting: {
			organisations,
			isDue: (repository) => {
				const row = lastOf(repository);
				if (organisations.all.length === 0) return false;
				return (
					row === undefined ||
					row.table < organisations.version ||
					daysBetween(row.to, night) >= EVERY_DAYS
				);
			},
			take: (rows) => {
				for (const row of rows) {
					// Who maintains it is read elsewhere, and has its own day.
					const maintainers =
						row.window === 'year' ? lastOf(row.repository)?.maintainers : undefined;
					counted.push({ ...row, ...(maintainers && { maintainers }) });
				}
			}
		}
	};
}
