import { lte } from 'drizzle-orm';
import { carriedBy, type KnownCarriedBy } from '#lib/radar/edition/carried/carried-by.ts';
import type { Organisation } from '#lib/radar/landscape/organisations-file.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { carriedByCount, organisation } from '#lib/server/db/schema.ts';

const NO_REPOSITORY: KnownCarriedBy = { state: 'unknown', reason: 'it has no repository' };

/** Who carries the repository of a key on a day. */
export function carriedByOn(db: Database, day: Day): (key: string | null) => KnownCarriedBy {
	const all = db
		.select()
		.from(organisation)
		.all()
		.map((row) => row.organisation);
	const accounts = new Map<string, Organisation>(
		all.flatMap((one) => one.github.map((account) => [account.toLowerCase(), one] as const))
	);
	const organisations = {
		byId: new Map(all.map((one) => [one.id, one])),
		owning: (account: string) => accounts.get(account.toLowerCase()) ?? null
	};
	const rows = db.select().from(carriedByCount).where(lte(carriedByCount.until, day)).all();
	const counts = Map.groupBy(rows, (row) => row.repositoryKey);
	return (key) =>
		key === null
			? NO_REPOSITORY
			: carriedBy(
					(counts.get(key) ?? []).map(({ count }) => count),
					day,
					organisations
				);
}
