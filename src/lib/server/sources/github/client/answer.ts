import { z } from 'zod';

// Every field can be missing: GitHub's limits cut answers short.
const count = z.number().int().nonnegative();
const counted = z.object({ totalCount: count }).nullish();
const nodes = <T extends z.ZodType>(node: T) => z.array(node.nullable()).nullish();
const tree = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();

export const commitSchema = z.object({
	committedDate: z.string(),
	messageHeadline: z.string(),
	author: z
		.object({
			name: z.string().nullish(),
			email: z.string().nullish(),
			user: z.object({ login: z.string() }).nullish()
		})
		.nullish()
});

export const repositoryAnswerSchema = z.object({
	databaseId: count.nullish(),
	nameWithOwner: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
	isArchived: z.boolean().nullish(),
	isDisabled: z.boolean().nullish(),
	isFork: z.boolean().nullish(),
	isEmpty: z.boolean().nullish(),
	hasIssuesEnabled: z.boolean().nullish(),
	stargazerCount: count.nullish(),
	forkCount: count.nullish(),
	isSecurityPolicyEnabled: z.boolean().nullish(),
	licenseInfo: z.object({ spdxId: z.string().nullish() }).nullish(),
	owner: z.object({ __typename: z.string() }).nullish(),
	languages: z
		.object({ edges: nodes(z.object({ size: count, node: z.object({ name: z.string() }) })) })
		.nullish(),
	defaultBranchRef: z
		.object({
			target: z
				.object({
					oid: z.string().optional(),
					history: z
						.object({
							totalCount: count,
							pageInfo: z.object({ endCursor: z.string().nullish() }).nullish(),
							nodes: nodes(commitSchema)
						})
						.nullish()
				})
				.nullish()
		})
		.nullish(),
	releases: z
		.object({
			totalCount: count,
			nodes: nodes(
				z.object({
					tagName: z.string(),
					publishedAt: z.string().nullish(),
					isDraft: z.boolean(),
					isPrerelease: z.boolean()
				})
			)
		})
		.nullish(),
	issues: counted,
	pullRequests: counted,
	codeOfConduct: z.object({ key: z.string() }).nullish(),
	contributingGuidelines: z.object({}).nullish(),
	root: tree,
	docs: tree,
	dotGithub: tree,
	recentPulls: z
		.object({
			totalCount: count,
			nodes: nodes(
				z.object({
					createdAt: z.string(),
					updatedAt: z.string(),
					mergedAt: z.string().nullable(),
					closedAt: z.string().nullable()
				})
			)
		})
		.nullish(),
	refs: z
		.object({
			totalCount: count,
			nodes: nodes(
				z.object({
					name: z.string(),
					target: z
						.object({
							committedDate: z.string().optional(),
							target: z.object({ committedDate: z.string().optional() }).nullish()
						})
						.nullish()
				})
			)
		})
		.nullish(),
	oldest: z
		.object({
			history: z.object({ nodes: nodes(z.object({ committedDate: z.string() })) }).nullish()
		})
		.nullish()
});
export type RepositoryAnswer = z.output<typeof repositoryAnswerSchema>;

export const searchAnswerSchema = z.object({ issueCount: count });

export const present = <T>(list: readonly (T | null)[] | null | undefined): T[] =>
	(list ?? []).filter((item) => item !== null);
