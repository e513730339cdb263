import { z } from 'zod';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { GitHubClient } from './client/client.ts';
import { isBot } from './facts/people.ts';
import { weekOf, type AuthorWeeks } from './facts/weeks.ts';

/**
 * `stats/contributors` lists the 100 people with the most commits and says nothing of the others. A full list is
 * therefore a lower bound for people and commits alike, and counts as unknown: never as the number it happens to show.
 */
const LISTED_AT_MOST = 100;

/** What one request for the weekly commits gave. */
export type WeeksAnswer =
	| { kind: 'weeks'; authors: AuthorWeeks[]; partial: boolean; etag: string | null }
	| { kind: 'unchanged' }
	/** GitHub computes them: ask again in a while. */
	| { kind: 'computing' }
	/** GitHub says that there is nothing to count. */
	| { kind: 'nothing' }
	| { kind: 'unreadable' };

const authorSchema = z.object({ login: z.string(), type: z.string().optional() }).nullable();

/** Reads the list by hand: a large one holds 70,000 weeks, and a schema would copy them all. Null when it is none. */
function readActivity(body: unknown): AuthorWeeks[] | null {
	if (!Array.isArray(body)) return null;
	const authors: AuthorWeeks[] = [];
	for (const entry of body as { author?: unknown; weeks?: unknown }[]) {
		const author = authorSchema.safeParse(entry?.author);
		if (!author.success || !Array.isArray(entry.weeks)) return null;
		const weeks = new Map<Day, number>();
		for (const week of entry.weeks as ({ w?: unknown; c?: unknown } | null)[]) {
			const [start, commits] = [week?.w, week?.c];
			if (typeof start !== 'number' || typeof commits !== 'number' || !(commits >= 0)) return null;
			if (commits > 0) weeks.set(weekStart(start), commits);
		}
		const known = author.data;
		const bot =
			known !== null && (known.type === 'Bot' || isBot({ ...known, name: null, email: null }));
		authors.push({ bot, weeks });
	}
	return authors;
}

/**
 * Weekly commits of the people with the most, merge commits left out by GitHub.
 * @throws {GitHubFault}
 * @throws {RateLimitPause}
 */
export async function fetchWeeks(
	client: GitHubClient,
	repository: string,
	etag: string | null
): Promise<WeeksAnswer> {
	const answer = await client.get(`/repos/${repository}/stats/contributors`, etag);
	if (answer.status === 202) return { kind: 'computing' };
	if (answer.status === 204) return { kind: 'nothing' };
	if (answer.status === 304) return { kind: 'unchanged' };
	const authors = readActivity(answer.body);
	if (authors === null) return { kind: 'unreadable' };
	return { kind: 'weeks', authors, partial: authors.length >= LISTED_AT_MOST, etag: answer.etag };
}

const weekStart = (seconds: number): Day =>
	weekOf(new Date(seconds * 1000).toISOString().slice(0, 10));

/** What one request for the number of contributors gave. */
export type TotalAnswer =
	| { kind: 'total'; total: number; etag: string | null }
	| { kind: 'unchanged' }
	| { kind: 'nothing' };

/**
 * How many people contributed in all, those without an account and bots among them: the number of the last page of
 * one a page.
 * @throws {GitHubFault} `forbidden` when the list is too large for GitHub: unknown, never 1.
 * @throws {RateLimitPause}
 */
export async function fetchTotal(
	client: GitHubClient,
	repository: string,
	etag: string | null
): Promise<TotalAnswer> {
	const answer = await client.get(`/repos/${repository}/contributors?per_page=1&anon=1`, etag);
	if (answer.status === 304) return { kind: 'unchanged' };
	if (answer.status !== 200 || !Array.isArray(answer.body)) return { kind: 'nothing' };
	return { kind: 'total', total: lastPage(answer.link) ?? answer.body.length, etag: answer.etag };
}

/** The number of the last page in a `Link` header; null when there is no further page. */
export function lastPage(link: string | null): number | null {
	const target = link?.split(',').find((part) => /rel="last"/.test(part));
	const page = /[?&]page=(\d+)/.exec(target ?? '')?.[1];
	return page === undefined ? null : Number(page);
}

/** A total is asked for again after a week. */
export const totalIsStale = (askedOn: Day, today: Day): boolean => askedOn <= addDays(today, -7);
