import { z } from 'zod';
import { RELEASE_FIELDS } from '#lib/radar/observation/history-fields.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import type { Draft } from './draft.ts';
import { GitHubFault } from '#lib/server/sources/github/client/fault.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

const count = z.number().int().nonnegative();
const repositorySchema = z.object({
	id: count,
	full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
	archived: z.boolean().optional(),
	disabled: z.boolean().optional(),
	fork: z.boolean(),
	stargazers_count: count.optional(),
	forks_count: count.optional(),
	license: z.object({ spdx_id: z.string().nullable() }).nullish(),
	owner: z.object({ type: z.string() })
});

/** What only GraphQL tells. */
const NEEDS_TOKEN = [
	'openedPulls90d',
	'closedPulls90d',
	'openIssues',
	'openPulls',
	'languages',
	'securityPolicy',
	'codeOfConduct',
	'contributing',
	'governance',
	'maintainers',
	'adopters',
	...RELEASE_FIELDS
] as const satisfies readonly ObservedField[];

/**
 * The few facts that REST gives without a token, into the draft. Open issues are not among them: REST counts pull
 * requests as issues.
 * @throws {GitHubFault} `not-found` when GitHub knows no such repository.
 * @throws {RateLimitPause}
 */
export async function readRestFacts(
	client: GitHubClient,
	repository: string,
	draft: Draft
): Promise<{ databaseId: number; nameWithOwner: string }> {
	const body = await client.get(`/repos/${repository}`);
	const read = repositorySchema.safeParse(body);
	if (!read.success)
		throw new GitHubFault(
			'unreadable',
			200,
			'GitHub answered with something that is no repository'
		);
	const facts = read.data;
	draft.set({
		nameWithOwner: facts.full_name,
		archived: facts.archived,
		disabled: facts.disabled,
		fork: facts.fork,
		stars: facts.stargazers_count,
		forks: facts.forks_count,
		ownerType:
			facts.owner.type === 'Organization'
				? 'organization'
				: facts.owner.type === 'User'
					? 'user'
					: undefined
	});
	if (facts.license) draft.set({ license: facts.license.spdx_id || 'NOASSERTION' });
	else draft.miss(['license'], 'GitHub found no licence');
	draft.miss(NEEDS_TOKEN, 'needs a token');
	return { databaseId: facts.id, nameWithOwner: facts.full_name };
}

/** How many repositories a crawl without a token reaches this hour, in a sentence. `requests`: what is left, or null when the server has not said. */
export function reachWithoutToken(requests: number | null, repositories: number): string {
	const reach = requests ?? 54;
	return (
		`No GITHUB_TOKEN: GitHub allows 60 requests an hour and no GraphQL, which reaches about ${countText(reach)} of ` +
		`${plural(repositories, 'repository', 'repositories')} this hour, with their histories and few of their facts. Set GITHUB_TOKEN to read them all.`
	);
}
