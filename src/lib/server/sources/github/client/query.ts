import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { RepositoryMemory } from '#lib/server/sources/github/memory.ts';
import { pullSearch, type PullField } from '#lib/server/sources/github/facts/pulls.ts';

export interface RepositoryAsk {
	/** `owner/name`. */
	repository: string;
	/** False in a follow-up query. */
	facts: boolean;
	pullsPage: boolean;
	searches: readonly PullField[];
	oldest: { oid: string; cursor: string } | null;
	tags: boolean;
}

const PAGE_FIELDS: readonly PullField[] = ['mergedPulls90d', 'openedPulls90d', 'closedPulls90d'];

export function askFor(repository: string, { asks }: RepositoryMemory): RepositoryAsk {
	return {
		repository,
		facts: true,
		// Skipped when the last hundred cannot reach back 90 days.
		pullsPage: !PAGE_FIELDS.every((field) => asks.pulls.includes(field)),
		searches: asks.pulls,
		oldest: asks.firstCommit,
		tags: asks.tags
	};
}

export const repositoryAlias = (at: number): string => `r${at}`;
export const searchAlias = (at: number, field: PullField): string => `s${at}_${field}`;

// `entries` costs no points; asking for commit parents costs a connection each.
const FACTS = `fragment Facts on Repository {
	databaseId nameWithOwner isArchived isDisabled isFork isEmpty hasIssuesEnabled
	stargazerCount forkCount isSecurityPolicyEnabled
	licenseInfo { spdxId }
	owner { __typename }
	languages(first: 10, orderBy: { field: SIZE, direction: DESC }) { edges { size node { name } } }
	defaultBranchRef { target { ... on Commit { oid history(first: 100) {
		totalCount pageInfo { endCursor }
		nodes { committedDate messageHeadline author { name email user { login } } }
	} } } }
	releases(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
		totalCount nodes { tagName publishedAt isDraft isPrerelease }
	}
	issues(states: OPEN) { totalCount }
	pullRequests(states: OPEN) { totalCount }
	codeOfConduct { key }
	contributingGuidelines { resourcePath }
	root: object(expression: "HEAD:") { ... on Tree { entries { name } } }
	docs: object(expression: "HEAD:docs") { ... on Tree { entries { name } } }
	dotGithub: object(expression: "HEAD:.github") { ... on Tree { entries { name } } }
}`;

const RECENT_PULLS = `fragment RecentPulls on Repository {
	recentPulls: pullRequests(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
		totalCount nodes { createdAt updatedAt mergedAt closedAt }
	}
}`;

const TAGS = `fragment Tags on Repository {
	refs(refPrefix: "refs/tags/", first: 50, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
		totalCount nodes { name target {
			... on Commit { committedDate }
			... on Tag { target { ... on Commit { committedDate } } }
		} }
	}
}`;

/** Aliases: `r<i>` for repositories, `s<i>_<field>` for searches. */
export function buildQuery(
	asks: readonly RepositoryAsk[],
	today: Day
): { query: string; variables: Record<string, string> } {
	const variables: Record<string, string> = {};
	const types: string[] = [];
	const parts: string[] = [];
	const variable = (name: string, type: string, value: string): string => {
		variables[name] = value;
		types.push(`$${name}: ${type}`);
		return `$${name}`;
	};
	asks.forEach((ask, at) => {
		const [owner = '', name = ''] = ask.repository.split('/');
		const inside = ['nameWithOwner'];
		if (ask.facts) inside.push('...Facts');
		if (ask.pullsPage) inside.push('...RecentPulls');
		if (ask.tags) inside.push('...Tags');
		if (ask.oldest) {
			const oid = variable(`oid${at}`, 'GitObjectID!', ask.oldest.oid);
			const cursor = variable(`cursor${at}`, 'String!', ask.oldest.cursor);
			inside.push(
				`oldest: object(oid: ${oid}) { ... on Commit { history(first: 1, after: ${cursor}) { nodes { committedDate } } } }`
			);
		}
		parts.push(
			`${repositoryAlias(at)}: repository(owner: ${variable(`owner${at}`, 'String!', owner)}, name: ${variable(`name${at}`, 'String!', name)}) { ${inside.join(' ')} }`
		);
		for (const field of ask.searches) {
			const words = variable(
				`search${at}_${field}`,
				'String!',
				pullSearch(ask.repository, field, today)
			);
			parts.push(
				`${searchAlias(at, field)}: search(type: ISSUE, query: ${words}, first: 1) { issueCount }`
			);
		}
	});
	const fragments = [
		asks.some((ask) => ask.facts) ? FACTS : '',
		asks.some((ask) => ask.pullsPage) ? RECENT_PULLS : '',
		asks.some((ask) => ask.tags) ? TAGS : ''
	].filter(Boolean);
	const query = [
		`query Radar(${types.join(', ')}) {`,
		'\trateLimit { cost limit remaining resetAt }',
		...parts.map((part) => `\t${part}`),
		'}',
		...fragments
	].join('\n');
	return { query, variables };
}
