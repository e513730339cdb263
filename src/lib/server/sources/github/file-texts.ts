import { z } from 'zod';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { GitHubClient } from './client/client.ts';
import { GitHubFault } from './client/fault.ts';

export interface FilesWanted {
	/** `owner/name`. */
	repository: string;
	paths: readonly string[];
}

/** Files of a repository at the head of its default branch. */
export interface FilesFound {
	fork: boolean;
	archived: boolean;
	/** Null of an empty repository. */
	head: { commit: string; day: string } | null;
	/** Null where there is no such file; absent where its text did not come. */
	texts: Map<string, string | null>;
}

const blob = z.object({ text: z.string().nullish(), isTruncated: z.boolean().nullish() }).nullish();
const repositorySchema = z.looseObject({
	isFork: z.boolean(),
	isArchived: z.boolean(),
	defaultBranchRef: z
		.object({
			target: z.object({ oid: z.string(), committedDate: z.string().nullish() }).nullish()
		})
		.nullish()
});

/**
 * Reads files of several repositories in one query: `object(expression: "HEAD:path")` of
 * https://docs.github.com/graphql/reference/objects#repository. A repository that did not come is absent.
 * @throws {GitHubFault} when nothing came. @throws {RateLimitPause}
 */
export async function askFiles(
	client: GitHubClient,
	wanted: readonly FilesWanted[]
): Promise<Map<string, FilesFound>> {
	const { data } = await client.graphql(...filesQuery(wanted));
	if (typeof data !== 'object' || data === null) {
		throw new GitHubFault('server', 200, 'GitHub answered with an error alone');
	}
	const parts = data as Record<string, unknown>;
	const found = new Map<string, FilesFound>();
	wanted.forEach(({ repository, paths }, r) => {
		const read = repositorySchema.safeParse(parts[`r${r}`]);
		if (!read.success) return;
		const { isFork, isArchived, defaultBranchRef } = read.data;
		const target = defaultBranchRef?.target;
		const texts = new Map<string, string | null>();
		paths.forEach((path, p) => {
			const file = blob.safeParse(read.data[`f${p}`]);
			if (!file.success || file.data === undefined) return;
			if (file.data === null) texts.set(path, null);
			else if (typeof file.data.text === 'string' && file.data.isTruncated !== true) {
				texts.set(path, file.data.text);
			}
		});
		const day = target?.committedDate?.slice(0, 10);
		found.set(repositoryKey(repository), {
			fork: isFork,
			archived: isArchived,
			head: target && day !== undefined ? { commit: target.oid.slice(0, 12), day } : null,
			texts
		});
	});
	return found;
}

function filesQuery(wanted: readonly FilesWanted[]): [string, Record<string, string>] {
	const variables: Record<string, string> = {};
	const variable = (name: string, value: string): string => {
		variables[name] = value;
		return `$${name}`;
	};
	const parts = wanted.map(({ repository, paths }, r) => {
		const [owner = '', name = ''] = repository.split('/');
		const named = `owner: ${variable(`owner${r}`, owner)}, name: ${variable(`name${r}`, name)}`;
		const files = paths.map(
			(path, p) =>
				`f${p}: object(expression: ${variable(`path${r}_${p}`, `HEAD:${path}`)}) { ... on Blob { text isTruncated } }`
		);
		return `r${r}: repository(${named}) {
	isFork isArchived defaultBranchRef { target { oid ... on Commit { committedDate } } }
	${files.join('\n\t')}
}`;
	});
	const types = Object.keys(variables).map((name) => `$${name}: String!`);
	return [
		`query Files(${types.join(', ')}) {\nrateLimit { cost }\n${parts.join('\n')}\n}`,
		variables
	];
}
