import { identityKey, measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { repository } from '#lib/server/db/schema.ts';
import { by } from '#lib/radar/words/order.ts';

/** Every measured repository; known ones keep their ids. */
export function repositoryRows(db: Database, data: DataFolder): (typeof repository.$inferSelect)[] {
	const names = new Map<string, string>();
	const databaseIds = new Map<string, number>();
	for (const { repository: name, databaseId } of data.observations.names) {
		const key = identityKey(data.overrides, name);
		names.set(key, name);
		if (databaseId !== null) databaseIds.set(key, databaseId);
	}
	// The landscape's spelling comes last and wins.
	for (const member of data.memberships.flatMap(({ members }) => members)) {
		const name = measuredRepository(data.overrides, member);
		if (name !== null) names.set(identityKey(data.overrides, name), name);
	}
	const known = new Map(
		db
			.select()
			.from(repository)
			.all()
			.map(({ key, id }) => [key, id])
	);
	let last = Math.max(0, ...known.values());
	const taken = new Set<number>();
	return [...names].sort(by(([key]) => key)).map(([key, nameWithOwner]) => {
		const databaseId = databaseIds.get(key) ?? null;
		// A reused name: the GitHub id stays with one key.
		const isFree = databaseId !== null && !taken.has(databaseId);
		if (isFree) taken.add(databaseId);
		return {
			id: known.get(key) ?? ++last,
			key,
			nameWithOwner,
			databaseId: isFree ? databaseId : null
		};
	});
}
