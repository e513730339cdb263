import { desc, eq, lt } from 'drizzle-orm';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { isFiledThere, isPublished } from '../db/published.ts';
import { edition, membership, placement } from '../db/schema.ts';
import { by } from '#lib/radar/words/order.ts';

export interface EditionChanges {
	moves: { name: string; from: Ring | null; to: Ring | null }[];
	newcomers: string[];
	left: string[];
	rated: number;
	notRated: number;
}

export function editionChanges(db: Database, id: string): EditionChanges {
	const now = standings(db, id);
	const date = db.select().from(edition).where(eq(edition.id, id)).get()?.date ?? id;
	const earlier = db
		.select({ id: edition.id })
		.from(edition)
		.where(lt(edition.date, date))
		.orderBy(desc(edition.date))
		.get();
	const before = earlier ? standings(db, earlier.id) : new Map<string, Standing>();
	const moves = [...now].flatMap(([project, { name, ring }]) => {
		const was = before.get(project);
		return was && was.ring !== ring ? [{ name, from: was.ring, to: ring }] : [];
	});
	const rated = [...now.values()].filter(({ ring }) => ring !== null).length;
	return {
		moves: moves.sort(by(({ name }) => name)),
		newcomers: missing(now, before),
		left: missing(before, now),
		rated,
		notRated: now.size - rated
	};
}

interface Standing {
	name: string;
	ring: Ring | null;
}

const missing = (here: Map<string, Standing>, there: Map<string, Standing>): string[] =>
	[...here]
		.filter(([project]) => !there.has(project))
		.map(([, { name }]) => name)
		.sort();

function standings(db: Database, id: string): Map<string, Standing> {
	const rows = db
		.select({ project: placement.projectId, name: membership.name, ring: placement.ring })
		.from(placement)
		.innerJoin(membership, isFiledThere)
		.innerJoin(edition, isPublished)
		.where(eq(placement.editionId, id))
		.all();
	return new Map(rows.map(({ project, name, ring }) => [project, { name, ring }]));
}
