import type { FactsReply } from '#lib/server/sources/github/facts/facts.ts';
import type { Gaps } from '#lib/server/sources/github/facts/gaps.ts';
import { repositoryAnswerSchema, type RepositoryAnswer } from './answer.ts';
import type { GitHubClient } from './client.ts';
import type { GraphqlError } from './exchange.ts';
import { GitHubFault } from './fault.ts';
import { tellsOfLimit } from './octokit-answers.ts';
import { buildQuery, HEAVY_PARTS, repositoryAlias, type RepositoryAsk } from './query.ts';

export type RepositoryReply =
	| ({ kind: 'answer' } & FactsReply)
	/** Only this leads to "gone". */
	| { kind: 'not-found' }
	/** A smaller query can help. */
	| { kind: 'cut'; partial: RepositoryReply }
	| { kind: 'failed'; reason: string };

const RESOURCE_LIMITS = new Set(['RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED']);
/** Why the heavy parts are unknown; also read back from earlier nights. */
export const TOO_HEAVY = 'more than GitHub answers in one query';

/** @throws {GitHubFault} when nothing came. @throws {RateLimitPause} */
export async function askRepositories(
	client: GitHubClient,
	asks: readonly RepositoryAsk[]
): Promise<RepositoryReply[]> {
	const { query, variables } = buildQuery(asks);
	const { data, errors } = await client.graphql(query, variables);
	const parts = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
	const whole = errors.filter((error) => error.path.length === 0);
	const cutAll = whole.some(isCutOff);
	if (data === null && !cutAll) {
		throw new GitHubFault(
			'server',
			200,
			`GitHub answered with an error: ${whole[0]?.message ?? errors[0]?.message ?? 'unnamed'}`
		);
	}
	return asks.map((ask, at) => {
		const own = errors.filter(({ path: [first] }) => first === repositoryAlias(at));
		const reply = readReply(parts, ask, at, [...own, ...whole]);
		const cut = own.some(isCutOff);
		const incomplete = reply.kind !== 'answer' || isIncomplete(reply.answer, ask);
		return cut || (cutAll && incomplete) ? { kind: 'cut', partial: reply } : reply;
	});
}

/** A limit in the middle of an answer: what it took is asked again. */
const isCutOff = (error: GraphqlError): boolean =>
	RESOURCE_LIMITS.has(error.type ?? '') || tellsOfLimit(error);

const isIncomplete = (answer: RepositoryAnswer, { light }: RepositoryAsk): boolean =>
	!answer.issues ||
	!answer.tags ||
	answer.stargazerCount == null ||
	(!light && (!answer.releases || !answer.languages));

function readReply(
	parts: Record<string, unknown>,
	{ light }: RepositoryAsk,
	at: number,
	errors: readonly GraphqlError[]
): RepositoryReply {
	const alias = repositoryAlias(at);
	const raw = parts[alias];
	if (raw === null || raw === undefined) {
		const error = errors.find(({ path }) => path[0] === alias) ?? errors[0];
		if (error?.type === 'NOT_FOUND' && error.path.length === 1) return { kind: 'not-found' };
		const reason = error ? `GitHub: ${error.message}` : 'GitHub gave no answer for it';
		return { kind: 'failed', reason };
	}
	const read = repositoryAnswerSchema.safeParse(raw);
	if (!read.success) {
		const issue = read.error.issues[0];
		return {
			kind: 'failed',
			reason: `unreadable answer: ${issue?.path.join('.')}: ${issue?.message}`
		};
	}
	const errorOf = (part: string) =>
		errors.find(({ path }) => path[0] === alias && path[1] === part) ??
		errors.find(({ path }) => path.length < 2);
	const leftOut = (part: string) => light && HEAVY_PARTS.includes(part);
	const gaps: Gaps = {
		why: (part) => {
			if (leftOut(part)) return TOO_HEAVY;
			const error = errorOf(part);
			return error ? `GitHub: ${error.message}` : 'missing from the answer';
		},
		failed: (part) => leftOut(part) || errorOf(part) !== undefined
	};
	return { kind: 'answer', answer: read.data, gaps };
}
