import type { Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { GitHubClient } from './client/client.ts';
import { Draft } from './facts/draft.ts';
import { readFacts, type FactsReply } from './facts/facts.ts';
import { NO_MEMORY, readMemory, type RepositoryMemory } from './memory.ts';
import type { RepositoryAsk } from './client/query.ts';
import { readRestFacts } from './facts/rest-facts.ts';
import type { Target } from './result.ts';

/** A repository whose facts were read and whose weekly commits are still to come. */
export interface OpenRepository {
	/** As the target spells it. */
	repository: string;
	/** As GitHub spells it today: used in further requests. */
	nameWithOwner: string;
	databaseId: number | null;
	draft: Draft;
	/** Of the default branch; null when it is not known or there is none. */
	head: string | null;
	/** What was known before tonight. */
	before: RepositoryMemory;
	/** What will be known after. */
	after: RepositoryMemory;
	past: Observation[];
	faults: string[];
}

/** A repository as a query's answer opens it. */
export function openByQuery(
	target: Target,
	ask: RepositoryAsk,
	reply: FactsReply,
	today: Day
): OpenRepository {
	const databaseId = reply.answer.databaseId ?? null;
	const before = memoryOf(target, databaseId);
	const draft = new Draft();
	const { head, asks } = readFacts(draft, reply, ask, before, today);
	return {
		repository: target.repository,
		nameWithOwner: reply.answer.nameWithOwner,
		databaseId,
		draft,
		head,
		before,
		after: { ...before, databaseId, asks },
		past: [],
		faults: []
	};
}

/**
 * A repository as REST opens it, without a token.
 * @throws {GitHubFault} `not-found` when GitHub knows no such repository.
 * @throws {RateLimitPause}
 */
export async function openByRest(client: GitHubClient, target: Target): Promise<OpenRepository> {
	const draft = new Draft();
	const { databaseId, nameWithOwner } = await readRestFacts(client, target.repository, draft);
	const before = memoryOf(target, databaseId);
	return {
		repository: target.repository,
		nameWithOwner,
		databaseId,
		draft,
		head: null,
		before,
		after: { ...before, databaseId },
		past: [],
		faults: []
	};
}

/** What is stored of the target, unless another repository has taken its name since. */
function memoryOf(target: Target, databaseId: number | null): RepositoryMemory {
	const memory = readMemory(target.memory);
	const other =
		memory.databaseId !== null && databaseId !== null && memory.databaseId !== databaseId;
	return other ? NO_MEMORY : memory;
}

/** Whether the stored weeks describe the head that GitHub shows today, so that nothing need be asked. */
export const isSettled = ({ head, before, draft }: OpenRepository): boolean =>
	draft.values.empty === true || (head !== null && before.weeks?.head === head);
