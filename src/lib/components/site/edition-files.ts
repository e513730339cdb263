import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';

/**
 * A site without a server answers every address with the newest edition. Its pages fetch the edition that the address
 * asks for themselves, from the same files that programs read.
 */
type Fetch = typeof fetch;

/**
 * What the radar page shows of an edition.
 * @throws {HttpError} 404 when there is no such edition.
 */
export const fetchEdition = (id: string, fetch: Fetch): Promise<EditionView> =>
	fetched(`${encodeURIComponent(id)}.json`, fetch);

/**
 * Every project of an edition with its whole placement.
 * @throws {HttpError} 404 when there is no such edition.
 */
export const fetchStandings = (id: string, fetch: Fetch): Promise<EditionStandings> =>
	fetched(`${encodeURIComponent(id)}/standings.json`, fetch);

async function fetched<T>(file: string, fetch: Fetch): Promise<T> {
	const answer = await fetch(`${resolve('/')}api/v1/editions/${file}`).catch(() => null);
	if (answer === null) error(503, 'The edition cannot be fetched.');
	if (answer.status === 404) error(404, 'There is no such edition.');
	if (!answer.ok) error(answer.status, 'The edition cannot be fetched.');
	return answer.json() as Promise<T>;
}
