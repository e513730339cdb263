import { z } from 'zod';

// Every field can be missing: GitHub's limits cut answers short.
const count = z.number().int().nonnegative();
const counted = z.object({ totalCount: count }).nullish();
const nodes = <T extends z.ZodType>(node: T) => z.array(node.nullable()).nullish();
const tree = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();

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
					oid: z
						.string()
						.regex(/^[0-9a-f]{40,64}$/)
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
	tags: counted,
	issues: counted,
	open: counted,
	closed: counted,
	merged: counted,
	codeOfConduct: z.object({ key: z.string() }).nullish(),
	contributingGuidelines: z.object({}).nullish(),
	root: tree,
	docs: tree,
	dotGithub: tree
});
export type RepositoryAnswer = z.output<typeof repositoryAnswerSchema>;

export const present = <T>(list: readonly (T | null)[] | null | undefined): T[] =>
	(list ?? []).filter((item) => item !== null);
