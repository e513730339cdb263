import { eq } from 'drizzle-orm';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { crawlLandscape } from '../db/schema.ts';
import {
	forgetLandscape,
	LandscapeUnavailable,
	readLandscapeSource,
	type LandscapeText
} from '#lib/server/sources/landscape/landscape-source.ts';
import type { CrawlOptions } from './options.ts';
import { crawlScope, type CrawlScope } from './scope.ts';

/** The landscape of tonight, with what it asks for. */
export interface NightLandscape {
	text: LandscapeText;
	scope: CrawlScope;
}

/**
 * Reads the landscape of today, or the one fetched last when it cannot be had. What turns out to be no landscape is
 * forgotten, so that the next night fetches it anew.
 * @throws {LandscapeUnavailable} @throws {InputError} when it is no landscape.
 */
export async function readNightLandscape(
	options: Pick<CrawlOptions, 'db' | 'landscape' | 'now' | 'log'>,
	data: DataFolder
): Promise<NightLandscape> {
	const text = await currentText(options);
	try {
		return { text, scope: crawlScope(text.text, text.origin, data) };
	} catch (error) {
		forgetLandscape(options.db, options.landscape);
		throw error;
	}
}

/** The landscape of today as a dry run reads it: nothing is stored. */
export async function peekAtLandscape(
	{ db, landscape, now }: Pick<CrawlOptions, 'db' | 'landscape' | 'now'>,
	data: DataFolder
): Promise<NightLandscape> {
	const text = await readLandscapeSource(db, landscape, now, false);
	return { text, scope: crawlScope(text.text, text.origin, data) };
}

async function currentText({
	db,
	landscape,
	now,
	log
}: Pick<CrawlOptions, 'db' | 'landscape' | 'now' | 'log'>): Promise<LandscapeText> {
	try {
		return await readLandscapeSource(db, landscape, now);
	} catch (error) {
		if (!(error instanceof LandscapeUnavailable)) throw error;
		const row = db.select().from(crawlLandscape).where(eq(crawlLandscape.url, landscape)).get();
		if (row === undefined) throw error;
		log('warn', `${error.message} The one of ${row.fetchedAt.slice(0, 10)} is used.`);
		return { text: row.text, origin: row.url, etag: row.etag, fetched: false };
	}
}
