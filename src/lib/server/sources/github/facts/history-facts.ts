import { addDays } from '#lib/radar/words/days.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { present, type RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import { authorOf, isMerge } from './commit.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import type { RepositoryMemory } from '#lib/server/sources/github/memory.ts';
import { absenceFactor, authorKey, isBot } from './people.ts';

/** Fields that need at least one commit. */
const COMMIT_FIELDS = [
	'lastCommit',
	'authorsLast100',
	'absenceFactor',
	'firstCommit'
] as const satisfies readonly ObservedField[];

const dayOf = (moment: string): Day => moment.slice(0, 10);

/** Reads the last hundred commits of the default branch: who wrote them, and the last human's. */
export function readHistory(
	draft: Draft,
	answer: RepositoryAnswer,
	memory: RepositoryMemory,
	today: Day,
	gaps: Gaps
): { head: string | null; firstCommit: RepositoryMemory['asks']['firstCommit'] } {
	const none = { head: null, firstCommit: null };
	if (answer.isEmpty) {
		draft.exempt(COMMIT_FIELDS, 'the repository is empty');
		return none;
	}
	const target = answer.defaultBranchRef?.target;
	const { oid: head, history } = target ?? {};
	if (!head || !history?.nodes) {
		draft.miss(COMMIT_FIELDS, gaps.why('defaultBranchRef'));
		return { head: head ?? null, firstCommit: memory.asks.firstCommit };
	}
	const listed = present(history.nodes);
	// Clocks differ, and an author's may be far ahead: what lies further ahead than a day is no date.
	const human = listed.filter(
		(c) => !isBot(authorOf(c)) && dayOf(c.committedDate) <= addDays(today, 1)
	);
	const days = human.map((c) => dayOf(c.committedDate)).map((day) => (day > today ? today : day));
	const lastCommit = days.reduce<Day | null>(
		(last, day) => (last === null || day > last ? day : last),
		null
	);
	draft.setOr('lastCommit', lastCommit, `none of the last ${listed.length} commits is a human's`);

	const keys = human.filter((c) => !isMerge(c)).flatMap((c) => authorKey(authorOf(c)) ?? []);
	if (keys.length > 0) {
		draft.set({ authorsLast100: new Set(keys).size, absenceFactor: absenceFactor(keys) });
	} else {
		draft.miss(
			['authorsLast100', 'absenceFactor'],
			`none of the last ${listed.length} commits names a human author`
		);
	}

	const { totalCount } = history;
	if (memory.firstCommit !== null) draft.set({ firstCommit: memory.firstCommit });
	else if (listed.length >= totalCount && listed.length > 0) {
		draft.set({
			firstCommit: listed.map((c) => dayOf(c.committedDate)).reduce((a, b) => (b < a ? b : a))
		});
	} else {
		// A cursor is "<head> <position>"; should that ever change, the first commit stays unknown.
		const known = /^[0-9a-f]{40} \d+$/.test(history.pageInfo?.endCursor ?? '');
		draft.miss(
			['firstCommit'],
			known ? 'asked for in the next query' : 'GitHub gives no way to reach it'
		);
		if (known) return { head, firstCommit: { oid: head, cursor: `${head} ${totalCount - 2}` } };
	}
	return { head, firstCommit: null };
}

/** Reads the day of the oldest commit. Says whether it came. */
export function readOldest(draft: Draft, answer: RepositoryAnswer): boolean {
	const oldest = present(answer.oldest?.history?.nodes)[0];
	if (oldest) draft.set({ firstCommit: dayOf(oldest.committedDate) });
	return oldest !== undefined;
}
