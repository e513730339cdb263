import type { components } from '@octokit/openapi-types';
import type { Exchange } from './replay.ts';

type Schemas = components['schemas'];

/**
 * Examples of GitHub's own description of its API (`api.github.com.json` of the package `@octokit/openapi` 23.0.2, MIT;
 * the package itself has 385 MB), without addresses, lists and what other kinds of accounts see.
 */
const REPOSITORY = {
	id: 1296269,
	node_id: 'MDEwOlJlcG9zaXRvcnkxMjk2MjY5',
	name: 'Hello-World',
	full_name: 'octocat/Hello-World',
	owner: { login: 'octocat', id: 1, type: 'User', site_admin: false },
	private: false,
	fork: false,
	archived: false,
	disabled: false,
	forks_count: 9,
	stargazers_count: 80,
	open_issues_count: 0,
	has_issues: true,
	size: 108,
	default_branch: 'master',
	pushed_at: '2011-01-26T19:06:43Z',
	license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', node_id: 'MDc6TGljZW5zZW1pdA==' }
};

const RESOURCES = {
	core: { limit: 5000, used: 1, remaining: 4999, reset: 1691591363 },
	search: { limit: 30, used: 12, remaining: 18, reset: 1691591091 },
	graphql: { limit: 5000, used: 7, remaining: 4993, reset: 1691593228 },
	integration_manifest: { limit: 5000, used: 1, remaining: 4999, reset: 1691594631 },
	code_search: { limit: 10, used: 0, remaining: 10, reset: 1691591091 }
} satisfies Schemas['rate-limit-overview']['resources'];

const RATE = { limit: 5000, used: 1, remaining: 4999, reset: 1372700873 };

const JSON_OF_GITHUB = { 'content-type': 'application/json; charset=utf-8' };

const answer = (path: string, status: number, response: object): Exchange => ({
	path,
	status,
	response,
	headers: { ...JSON_OF_GITHUB, date: 'Wed, 09 Aug 2023 14:00:00 GMT' }
});

export const describedRepository = answer('/repos/octocat/Hello-World', 200, REPOSITORY);
export const describedLimits = answer('/rate_limit', 200, { resources: RESOURCES, rate: RATE });
/** As the version 2026-03-10 of the API has it: without `rate`. */
export const describedLimits2026 = answer('/rate_limit', 200, { resources: RESOURCES });
