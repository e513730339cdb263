import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { EditionPage } from '#lib/radar/edition/page-data.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';

/** A static site answers with the newest edition. */
type Fetch = typeof fetch;

/** @throws {HttpError} 404 for an unknown edition. */
export const fetchEdition = (id: string, fetch: Fetch): Promise<EditionPage> =>
	fetched(`${encodeURIComponent(id)}.json`, fetch);

/** @throws {HttpError} 404 for an unknown edition. */
export const fetchStandings = (id: string, fetch: Fetch): Promise<EditionStandings> =>
	fetched(`${encodeURIComponent(id)}/standings.json`, fetch);

async function fetched<T>(file: string, fetch: Fetch): Promise<T> {
	const answer = await fetch(`${resolve('/')}api/v1/editions/${file}`).catch(() => null);
	if (answer === null) error(503, 'The edition cannot be fetched.');
	if (answer.status === 404) error(404, 'There is no such edition.');
	if (!answer.ok) error(answer.status, 'The edition cannot be fetched.');
	return answer.json() as Promise<T>;
}
