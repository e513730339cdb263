import type { components } from '@octokit/openapi-types';
import { fullNameOf, type Person, type World, type WorldRepository } from './world.ts';

type Schemas = components['schemas'];

const WEEK_S = 7 * 86_400;
/** Epoch day 0 was a Thursday; GitHub's weeks begin on Sunday. */
const FIRST_SUNDAY_S = 3 * 86_400;
const weekOf = (ms: number): number =>
	Math.floor((ms / 1000 - FIRST_SUNDAY_S) / WEEK_S) * WEEK_S + FIRST_SUNDAY_S;
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The fields of a repository that clients read; the type holds them to GitHub's own. */
type RepositoryBody = Pick<
	Schemas['full-repository'],
	| 'id'
	| 'full_name'
	| 'name'
	| 'private'
	| 'fork'
	| 'archived'
	| 'disabled'
	| 'stargazers_count'
	| 'forks_count'
	| 'open_issues_count'
	| 'default_branch'
	| 'pushed_at'
> & {
	owner: Pick<Schemas['simple-user'], 'login' | 'type'>;
	license: Pick<NonNullable<Schemas['nullable-license-simple']>, 'key' | 'name' | 'spdx_id'> | null;
};

/** `GET /repos/{owner}/{repo}` */
export function repositoryBody(repository: WorldRepository): RepositoryBody {
	const { license } = repository;
	return {
		id: repository.databaseId,
		full_name: fullNameOf(repository),
		name: repository.name,
		private: false,
		owner: { login: repository.owner, type: repository.ownerType },
		fork: repository.fork,
		archived: repository.archived,
		disabled: repository.disabled,
		stargazers_count: repository.stars,
		forks_count: repository.forks,
		open_issues_count: repository.openIssues + repository.openPulls,
		default_branch: 'main',
		pushed_at: iso(repository.commits()[0]?.at ?? 0),
		license:
			license === null ? null : { key: license.toLowerCase(), name: license, spdx_id: license }
	} satisfies RepositoryBody;
}

type Activity = Omit<Schemas['contributor-activity'], 'author'> & {
	author: Pick<Schemas['simple-user'], 'login' | 'id' | 'type'> | null;
};

/** `GET /repos/{owner}/{repo}/stats/contributors`: the 100 with the most commits, merges left out, every week listed. */
export function activityBody(repository: WorldRepository, world: World): Activity[] {
	const byPerson = new Map<Person, Map<number, number>>();
	let first = weekOf(world.now);
	for (const { at, author, merge } of repository.commits()) {
		if (merge) continue;
		const week = weekOf(at);
		first = Math.min(first, week);
		const weeks = byPerson.get(author) ?? new Map<number, number>();
		weeks.set(week, (weeks.get(week) ?? 0) + 1);
		byPerson.set(author, weeks);
	}
	const length = (weekOf(world.now) - first) / WEEK_S + 1;
	const sum = (weeks: Map<number, number>) => [...weeks.values()].reduce((a, b) => a + b, 0);
	return [...byPerson]
		.map(([author, weeks]) => ({ author, weeks, total: sum(weeks) }))
		.sort((a, b) => a.total - b.total)
		.slice(-100)
		.map(({ author, weeks, total }, at) => ({
			author: { login: author.login ?? author.name, id: at, type: author.bot ? 'Bot' : 'User' },
			total,
			weeks: Array.from({ length }, (_, i) => {
				const w = first + i * WEEK_S;
				return { w, a: 0, d: 0, c: weeks.get(w) ?? 0 };
			})
		})) satisfies Activity[];
}

type Contributor = Pick<
	Schemas['contributor'],
	'login' | 'type' | 'contributions' | 'email' | 'name'
>;

/** `GET /repos/{owner}/{repo}/contributors?per_page=1&anon=1`: one person, and the `Link` to the last page. */
export function contributorsBody(
	repository: WorldRepository,
	url: URL
): { body: Contributor[]; link: string | null } {
	const people = repository.people();
	const [first] = people;
	const pages = people.length;
	const at = (page: number) => `<${url.origin}${url.pathname}?per_page=1&anon=1&page=${page}>`;
	return {
		body: (first
			? [{ login: first.login ?? undefined, type: 'User', contributions: 1 }]
			: []) satisfies Contributor[],
		link: pages > 1 ? `${at(2)}; rel="next", ${at(pages)}; rel="last"` : null
	};
}

/** `GET /rate_limit` */
export function rateLimitBody(
	core: Schemas['rate-limit'],
	graphql: Schemas['rate-limit']
): Schemas['rate-limit-overview'] {
	const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
	return { resources: { core, graphql, search }, rate: core };
}
