import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { crawlLandscape } from '#lib/server/db/schema.ts';
import type {
	KeptLandscape,
	LandscapeText
} from '#lib/server/sources/landscape/landscape-source.ts';

export const keptLandscape = (
	db: Database,
	url: string
): (KeptLandscape & { fetchedAt: string }) | null =>
	db.select().from(crawlLandscape).where(eq(crawlLandscape.url, url)).get() ?? null;

/** Keeps what an address answered; a local file is not kept. `now`: ms since 1970. */
export function keepLandscape(db: Database, landscape: LandscapeText, now: number): void {
	const { origin: url, etag, text, fetched } = landscape;
	if (!fetched || !/^https?:\/\//i.test(url)) return;
	const row = { url, etag, text, fetchedAt: new Date(now).toISOString() };
	db.insert(crawlLandscape)
		.values(row)
		.onConflictDoUpdate({ target: crawlLandscape.url, set: row })
		.run();
}

/** Makes the next night fetch the file anew. */
export const forgetLandscape = (db: Database, url: string): void => {
	db.delete(crawlLandscape).where(eq(crawlLandscape.url, url)).run();
};
