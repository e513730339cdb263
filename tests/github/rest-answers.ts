import type { components } from '@octokit/openapi-types';
import { fullNameOf, type WorldRepository } from './world.ts';

type Schemas = components['schemas'];

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
		open_issues_count: repository.openIssues + repository.pulls.open,
		default_branch: 'main',
		pushed_at: iso((repository.commits.at(-1)?.time ?? 0) * 1000),
		license:
			license === null ? null : { key: license.toLowerCase(), name: license, spdx_id: license }
	} satisfies RepositoryBody;
}

/** `GET /rate_limit` */
export function rateLimitBody(
	core: Schemas['rate-limit'],
	graphql: Schemas['rate-limit']
): Schemas['rate-limit-overview'] {
	const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
	return { resources: { core, graphql, search }, rate: core };
}
