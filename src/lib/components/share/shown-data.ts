import { resolve } from '$app/paths';
import type { RadarDocument } from '#lib/radar/export/radar-schema.ts';

export interface Shown {
	edition: string;
	/** Null: all. */
	ids: ReadonlySet<string> | null;
}

/**
 * `radar.json`, made from a static site's files.
 * @throws {Error} with a message to show.
 */
export async function shownDocument({ edition, ids }: Shown): Promise<RadarDocument> {
	const newest = await newestDocument();
	const document = edition === newest.edition.id ? newest : await otherDocument(newest, edition);
	if (ids === null) return document;
	return { ...document, projects: document.projects.filter(({ id }) => ids.has(id)) };
}

export const jsonOf = async (shown: Shown): Promise<string> =>
	JSON.stringify(await shownDocument(shown));

export async function csvOf(shown: Shown): Promise<string> {
	const { radarCsv } = await import('#lib/radar/export/radar-csv.ts');
	return radarCsv(await shownDocument(shown));
}

async function newestDocument(): Promise<RadarDocument> {
	const answer = await fetch(`${resolve('/')}api/v1/radar.json`).catch(() => null);
	if (!answer?.ok) throw new Error('The data could not be fetched. Try again in a moment.');
	return answer.json() as Promise<RadarDocument>;
}

async function otherDocument(newest: RadarDocument, id: string): Promise<RadarDocument> {
	const [{ published }, { documentOf }] = await Promise.all([
		import('../site/published.ts'),
		import('#lib/radar/export/document-of.ts')
	]);
	const reader = published(fetch, []);
	const [view, whole] = await Promise.all([reader.edition(id), reader.standings(id)]);
	if (view === null || whole === null) throw new Error(`There is no edition “${id}”.`);
	return documentOf(newest, view, whole.standings);
}
