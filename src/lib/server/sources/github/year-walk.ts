import { z } from 'zod';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { commitSchema, present } from './client/answer.ts';
import type { GitHubClient } from './client/client.ts';
import { authorOf, isMerge } from './facts/commit.ts';
import { GitHubFault } from './client/fault.ts';
import { authorKey, isBot } from './facts/people.ts';
import { weekOf, type AuthorWeeks } from './facts/weeks.ts';

/** Commits on one page. */
export const PAGE = 100;
/** Pages in one query, at most: a thousand commits. */
export const MOST_PAGES = 10;
/** Weeks that are read: 52, and the one that runs. */
const WEEKS_BACK = 52;

/** The first week that a walk on this day reads whole. */
export const reachOf = (today: Day): Day => addDays(weekOf(today), -7 * WEEKS_BACK);

const pageSchema = z.object({ nodes: z.array(commitSchema.nullable()).nullish() }).nullish();
const answerSchema = z.object({
	repository: z.object({ object: z.record(z.string(), z.unknown()).nullable() }).nullable()
});

/**
 * Reads the commits of one year, newest first, several pages in one query: a cursor is "<head> <position>", so that
 * later pages can be asked without having read the earlier ones. Who wrote what is held in memory only.
 */
export class YearWalk {
	readonly #repository: string;
	readonly #head: string;
	readonly #from: Day;
	readonly #authors = new Map<string, { bot: boolean; weeks: Map<Day, number> }>();
	#read = 0;
	#done = false;

	constructor(repository: string, head: string, today: Day) {
		this.#repository = repository;
		this.#head = head;
		this.#from = reachOf(today);
	}

	/** Whether the year is read to its beginning. */
	get done(): boolean {
		return this.#done;
	}

	/** Commits read so far. */
	get read(): number {
		return this.#read;
	}

	/**
	 * Reads the next pages with one request.
	 * @throws {GitHubFault} when a page did not come; nothing of the step is counted then.
	 * @throws {RateLimitPause}
	 */
	async step(client: GitHubClient, pages: number): Promise<void> {
		const [owner, name] = this.#repository.split('/');
		const variables = { owner, name, head: this.#head };
		const { data, errors } = await client.graphql(this.#query(pages), variables);
		const read = answerSchema.safeParse(data);
		const history = read.success ? read.data.repository?.object : null;
		if (!history) throw missing(errors);
		const steps: z.output<typeof commitSchema>[][] = [];
		for (let i = 0; i < pages; i++) {
			const page = pageSchema.safeParse(history[`p${i}`]);
			if (!page.success || !page.data?.nodes) throw missing(errors);
			steps.push(present(page.data.nodes));
		}
		for (const commits of steps) {
			this.#read += commits.length;
			for (const commit of commits) this.#count(commit);
			const newest = commits.reduce(
				(max, c) => (c.committedDate > max ? c.committedDate : max),
				''
			);
			// Histories are not strictly by date: only a page that lies wholly before the year ends the walk.
			if (commits.length < PAGE || newest.slice(0, 10) < this.#from) this.#done = true;
		}
	}

	/** Everybody who committed, week by week. */
	authors(): AuthorWeeks[] {
		return [...this.#authors.values()];
	}

	#count(commit: z.output<typeof commitSchema>): void {
		const week = weekOf(commit.committedDate.slice(0, 10));
		const author = authorOf(commit);
		const key = authorKey(author);
		if (week < this.#from || key === null || isMerge(commit)) return;
		const known = this.#authors.get(key) ?? { bot: isBot(author), weeks: new Map<Day, number>() };
		known.weeks.set(week, (known.weeks.get(week) ?? 0) + 1);
		this.#authors.set(key, known);
	}

	#query(pages: number): string {
		const parts = Array.from({ length: pages }, (_, i) => {
			const before = this.#read + i * PAGE;
			const after = before === 0 ? '' : `, after: "${this.#head} ${before - 1}"`;
			return `p${i}: history(first: ${PAGE}${after}) { nodes { committedDate messageHeadline author { name email user { login } } } }`;
		});
		return `query Year($owner: String!, $name: String!, $head: GitObjectID!) {
	rateLimit { cost limit remaining resetAt }
	repository(owner: $owner, name: $name) { object(oid: $head) { ... on Commit { ${parts.join(' ')} } } }
}`;
	}
}

const missing = (errors: readonly { message: string }[]): GitHubFault =>
	new GitHubFault(
		'server',
		200,
		`GitHub did not give the history: ${errors[0]?.message ?? 'a page is missing'}`
	);
