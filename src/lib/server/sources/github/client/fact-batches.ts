import type { Day } from '#lib/radar/words/vocabulary.ts';
import { repositoryAnswerSchema, searchAnswerSchema, type RepositoryAnswer } from './answer.ts';
import type { GitHubClient } from './client.ts';
import type { GraphqlError } from './exchange.ts';
import { GitHubFault } from './fault.ts';
import type { FactsReply } from '#lib/server/sources/github/facts/facts.ts';
import type { Gaps } from '#lib/server/sources/github/facts/gaps.ts';
import { PULL_FIELDS, type PullField } from '#lib/server/sources/github/facts/pulls.ts';
import { buildQuery, repositoryAlias, searchAlias, type RepositoryAsk } from './query.ts';

export type RepositoryReply =
	| ({ kind: 'answer' } & FactsReply)
	/** Only this leads to "gone". */
	| { kind: 'not-found' }
	/** A smaller query can help. */
	| { kind: 'cut'; partial: RepositoryReply }
	| { kind: 'failed'; reason: string };

const RESOURCE_LIMITS = new Set(['RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED']);

/** @throws {GitHubFault} when nothing came. @throws {RateLimitPause} */
export async function askRepositories(
	client: GitHubClient,
	asks: readonly RepositoryAsk[],
	today: Day
): Promise<RepositoryReply[]> {
	const { query, variables } = buildQuery(asks, today);
	const { data, errors } = await client.graphql(query, variables);
	const parts = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
	const whole = errors.filter((error) => error.path.length === 0);
	const cutAll = whole.some((error) => RESOURCE_LIMITS.has(error.type ?? ''));
	if (data === null && !cutAll) {
		throw new GitHubFault(
			'server',
			200,
			`GitHub answered with an error: ${whole[0]?.message ?? errors[0]?.message ?? 'unnamed'}`
		);
	}
	return asks.map((ask, at) => {
		const own = errors.filter(({ path: [first] }) => {
			return first === repositoryAlias(at) || String(first).startsWith(`s${at}_`);
		});
		const reply = readReply(parts, ask, at, [...own, ...whole]);
		const cut = own.some((error) => RESOURCE_LIMITS.has(error.type ?? ''));
		const incomplete = reply.kind !== 'answer' || isIncomplete(reply.answer, ask);
		return cut || (cutAll && incomplete) ? { kind: 'cut', partial: reply } : reply;
	});
}

const isIncomplete = (answer: RepositoryAnswer, ask: RepositoryAsk): boolean =>
	(ask.facts && (!answer.releases || !answer.issues || answer.stargazerCount == null)) ||
	(ask.facts && answer.isEmpty === false && !answer.defaultBranchRef?.target?.history) ||
	(ask.pullsPage && !answer.recentPulls) ||
	(ask.tags && !answer.refs);

function readReply(
	parts: Record<string, unknown>,
	ask: RepositoryAsk,
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
	const gaps: Gaps = {
		why: (part) => {
			const error = errorOf(part);
			return error ? `GitHub: ${error.message}` : 'missing from the answer';
		},
		failed: (part) => errorOf(part) !== undefined
	};
	// A search by a former name wrongly returns 0.
	const sameName = read.data.nameWithOwner.toLowerCase() === ask.repository.toLowerCase();
	const searched = sameName ? readSearches(parts, ask, at) : {};
	return { kind: 'answer', answer: read.data, searched, gaps };
}

function readSearches(
	parts: Record<string, unknown>,
	ask: RepositoryAsk,
	at: number
): Partial<Record<PullField, number>> {
	const searched: Partial<Record<PullField, number>> = {};
	for (const field of PULL_FIELDS) {
		if (!ask.searches.includes(field)) continue;
		const read = searchAnswerSchema.safeParse(parts[searchAlias(at, field)]);
		if (read.success) searched[field] = read.data.issueCount;
	}
	return searched;
}
