import type { DataFolder } from '#lib/server/data/data-folder.ts';
import {
	LandscapeUnavailable,
	readLandscapeSource,
	type LandscapeText
} from '#lib/server/sources/landscape/landscape-source.ts';
import { forgetLandscape, keepLandscape, keptLandscape } from './kept-landscape.ts';
import type { CrawlOptions } from '#lib/server/crawl/options.ts';
import { crawlScope, type CrawlScope } from './scope.ts';

export interface NightLandscape {
	text: LandscapeText;
	scope: CrawlScope;
}

/**
 * Falls back to the last fetched landscape when the web fails.
 * @throws {LandscapeUnavailable} {InputError} when the text is no landscape.
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

/** Stores nothing. */
export async function peekAtLandscape(
	{ db, landscape }: Pick<CrawlOptions, 'db' | 'landscape'>,
	data: DataFolder
): Promise<NightLandscape> {
	const text = await readLandscapeSource(landscape, keptLandscape(db, landscape));
	return { text, scope: crawlScope(text.text, text.origin, data) };
}

async function currentText({
	db,
	landscape,
	now,
	log
}: Pick<CrawlOptions, 'db' | 'landscape' | 'now' | 'log'>): Promise<LandscapeText> {
	const kept = keptLandscape(db, landscape);
	try {
		const text = await readLandscapeSource(landscape, kept);
		keepLandscape(db, text, now());
		return text;
	} catch (error) {
		if (!(error instanceof LandscapeUnavailable) || kept === null) throw error;
		log('warn', `${error.message} The one of ${kept.fetchedAt.slice(0, 10)} is used.`);
		return { text: kept.text, origin: landscape, etag: kept.etag, fetched: false };
	}
}
