export interface RepositoryAsk {
	/** `owner/name`. */
	repository: string;
	/** Without the parts that are too much for GitHub where a repository is huge. */
	light: boolean;
}

export const repositoryAlias = (at: number): string => `r${at}`;

const LIGHT = `fragment Light on Repository {
	databaseId nameWithOwner isArchived isDisabled isFork isEmpty hasIssuesEnabled
	stargazerCount forkCount isSecurityPolicyEnabled
	licenseInfo { spdxId }
	owner { __typename }
	codeOfConduct { key }
	contributingGuidelines { resourcePath }
	defaultBranchRef { target { oid } }
	tags: refs(refPrefix: "refs/tags/") { totalCount }
	issues(states: OPEN) { totalCount }
	open: pullRequests(states: OPEN) { totalCount }
	closed: pullRequests(states: CLOSED) { totalCount }
	merged: pullRequests(states: MERGED) { totalCount }
}`;

/** `entries` costs no points. */
const HEAVY = `fragment Heavy on Repository {
	languages(first: 10, orderBy: { field: SIZE, direction: DESC }) { edges { size node { name } } }
	releases(first: 30, orderBy: { field: CREATED_AT, direction: DESC }) {
		totalCount nodes { tagName publishedAt isDraft isPrerelease }
	}
	root: object(expression: "HEAD:") { ... on Tree { entries { name } } }
	docs: object(expression: "HEAD:docs") { ... on Tree { entries { name } } }
	dotGithub: object(expression: "HEAD:.github") { ... on Tree { entries { name } } }
}`;

/** The parts of `Heavy`, by their names in the answer. */
export const HEAVY_PARTS: readonly string[] = [
	'languages',
	'releases',
	'root',
	'docs',
	'dotGithub'
];

/** One query for the facts of several repositories, under the aliases `r<i>`. */
export function buildQuery(asks: readonly RepositoryAsk[]): {
	query: string;
	variables: Record<string, string>;
} {
	const variables: Record<string, string> = {};
	const types: string[] = [];
	const variable = (name: string, value: string): string => {
		variables[name] = value;
		types.push(`$${name}: String!`);
		return `$${name}`;
	};
	const parts = asks.map(({ repository, light }, at) => {
		const [owner = '', name = ''] = repository.split('/');
		const named = `owner: ${variable(`owner${at}`, owner)}, name: ${variable(`name${at}`, name)}`;
		return `\t${repositoryAlias(at)}: repository(${named}) { ...Light ${light ? '' : '...Heavy'} }`;
	});
	const query = [
		`query Radar(${types.join(', ')}) {`,
		'\trateLimit { cost limit remaining resetAt }',
		...parts,
		'}',
		LIGHT,
		asks.every(({ light }) => light) ? '' : HEAVY
	].join('\n');
	return { query, variables };
}
