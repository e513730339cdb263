import type { Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { readPulls } from './pull-facts.ts';
import { readReleaseList } from './release-facts.ts';
import { readFiles, readStanding } from './standing-facts.ts';

/** One repository's part of an answer, with what is missing from it. */
export interface FactsReply {
	answer: RepositoryAnswer;
	gaps: Gaps;
}

/** Reads the facts of one repository. `quarterAgo`: what the same repository showed 90 days ago. */
export function readFacts(
	draft: Draft,
	{ answer, gaps }: FactsReply,
	quarterAgo: Observation | null,
	today: Day
): void {
	readStanding(draft, answer, gaps);
	readFiles(draft, answer, gaps);
	readReleaseList(draft, answer, today, gaps);
	readPulls(draft, answer, quarterAgo, gaps);
}
