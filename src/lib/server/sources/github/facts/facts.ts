import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { readHistory, readOldest } from './history-facts.ts';
import type { RepositoryMemory } from '#lib/server/sources/github/memory.ts';
import { readPulls } from './pull-facts.ts';
import type { PullField } from './pulls.ts';
import type { RepositoryAsk } from '#lib/server/sources/github/client/query.ts';
import { readReleaseList, readTags } from './release-facts.ts';
import { readFiles, readStanding } from './standing-facts.ts';

/** One repository's part of an answer, with what is missing from it. */
export interface FactsReply {
	answer: RepositoryAnswer;
	/** Pull request counts that were searched for. */
	searched: Partial<Record<PullField, number>>;
	gaps: Gaps;
}

/** Reads the facts of one repository into the draft; says its head, and what is to be asked besides. */
export function readFacts(
	draft: Draft,
	{ answer, searched, gaps }: FactsReply,
	ask: RepositoryAsk,
	memory: RepositoryMemory,
	today: Day
): { head: string | null; asks: RepositoryMemory['asks'] } {
	readStanding(draft, answer, gaps);
	readFiles(draft, answer, gaps);
	const { head, firstCommit } = readHistory(draft, answer, memory, today, gaps);
	const tags = readReleaseList(draft, answer, today, gaps);
	if (tags && ask.tags) readTags(draft, answer, today);
	const pulls = readPulls(draft, answer, searched, ask, today, gaps);
	const found = firstCommit !== null && readOldest(draft, answer);
	return { head, asks: { pulls, firstCommit: found ? null : firstCommit, tags } };
}
