import { readFileSync } from 'node:fs';
import {
	GraphQLError,
	buildSchema,
	execute,
	parse,
	validate,
	type DocumentNode,
	type GraphQLSchema
} from 'graphql';
import { fullNameOf, type World, type WorldRepository } from './world.ts';

/** GitHub's own schema, as published; read once, since it takes half a second. */
let schema: GraphQLSchema | null = null;
const githubSchema = (): GraphQLSchema =>
	(schema ??= buildSchema(
		readFileSync(new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema')), 'utf8'),
		// GitHub's schema breaks a rule or two of its own language.
		{ assumeValid: true }
	));

/** Parses and checks a query against GitHub's schema; the first error's message when it does not hold. */
export function readQuery(text: string): { document: DocumentNode } | { error: string } {
	try {
		const document = parse(text);
		const [error] = validate(githubSchema(), document);
		return error ? { error: error.message } : { document };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}

interface RateLimit {
	cost: number;
	limit: number;
	remaining: number;
	resetAt: string;
}
export interface AnswerOptions {
	world: World;
	rateLimit: RateLimit;
	/** Repositories answered with null and no error. */
	nulls: ReadonlySet<string>;
}

/** Runs a query over the world. Errors carry GitHub's `type` and the path. */
export async function runQuery(
	document: DocumentNode,
	variables: Record<string, unknown>,
	{ world, rateLimit, nulls }: AnswerOptions
): Promise<{ data: Record<string, unknown> | null; errors?: unknown[] }> {
	const result = await execute({
		schema: githubSchema(),
		document,
		variableValues: variables,
		rootValue: {
			rateLimit,
			repository: ({ owner, name }: { owner: string; name: string }) => {
				const repository = world.find(`${owner}/${name}`);
				if (!repository) {
					throw new GraphQLError(
						`Could not resolve to a Repository with the name '${owner}/${name}'.`,
						{
							extensions: { type: 'NOT_FOUND' }
						}
					);
				}
				return nulls.has(fullNameOf(repository)) ? null : repositoryNode(repository);
			}
		}
	});
	const errors = result.errors?.map((error) => ({
		type: error.extensions.type,
		path: error.path,
		locations: error.locations,
		message: error.message
	}));
	return {
		data: (result.data as Record<string, unknown> | null | undefined) ?? null,
		...(errors?.length && { errors })
	};
}

const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

interface PageArguments {
	first?: number;
}

function repositoryNode(repository: WorldRepository) {
	const tree = (names: string[] | null) =>
		names && { __typename: 'Tree', entries: names.map((name) => ({ name })) };
	return {
		databaseId: repository.databaseId,
		nameWithOwner: fullNameOf(repository),
		isArchived: repository.archived,
		isDisabled: repository.disabled,
		isFork: repository.fork,
		isEmpty: repository.empty,
		hasIssuesEnabled: repository.hasIssues,
		stargazerCount: repository.stars,
		forkCount: repository.forks,
		isSecurityPolicyEnabled: repository.securityPolicy,
		licenseInfo: repository.license && { spdxId: repository.license },
		owner: { __typename: repository.ownerType, login: repository.owner },
		languages: {
			edges: repository.languages.map(([name, size]) => ({ size, node: { name } }))
		},
		defaultBranchRef: repository.empty
			? null
			: { name: 'main', target: { __typename: 'Commit', oid: repository.head } },
		release: ({ tagName }: { tagName: string }) => {
			const found = repository.releases.find(({ tag, draft }) => tag === tagName && !draft);
			return found ? { description: found.notes ?? null } : null;
		},
		releases: ({ first = 0 }: PageArguments) => ({
			totalCount: repository.releases.length,
			nodes: repository.releases.slice(0, first).map((release) => ({
				tagName: release.tag,
				publishedAt: iso(release.at),
				isDraft: release.draft,
				isPrerelease: release.prerelease
			}))
		}),
		refs: { totalCount: repository.tags.length },
		issues: { totalCount: repository.openIssues },
		pullRequests: ({ states: [state = ''] }: { states: string[] }) => ({
			totalCount: repository.pulls[state.toLowerCase() as keyof WorldRepository['pulls']]
		}),
		codeOfConduct: repository.codeOfConduct ? { key: 'contributor_covenant' } : null,
		contributingGuidelines: null,
		object: ({ expression }: { expression?: string }) =>
			repository.empty ? null : tree(expression === 'HEAD:' ? repository.rootFiles : null)
	};
}
