import type { Candidate } from '#lib/radar/landscape/candidates.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { PeersRow } from '#lib/radar/observation/use.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';

/** A candidate with the evidence that stands for it on a day. */
export interface ShownCandidate {
	candidate: Candidate;
	/** Owners among the group's repositories whose manifests declare it, when that was counted, and one example. */
	users: {
		owners: number;
		on: Day;
		example: { repository: string; file: string } | null;
	} | null;
	/** Kinds of evidence: manifests, lists, placements, application. */
	kinds: number;
	/** Each kind of evidence in words. */
	evidence: string[];
}

/** So many owners are evidence by themselves. */
const USERS = 3;
const LISTS = 2;
const KINDS = 2;

const ownerOf = (repository: string): string => repositoryKey(repository).split('/')[0] ?? '';

/**
 * Projects outside the group that have two kinds of evidence or three users, most kinds first, then most users.
 * `rows`: what the manifests of the group declare, by the crawl; a count in the file stands for a year where it is larger.
 */
export function candidateList(
	candidates: readonly Candidate[],
	rows: readonly PeersRow[] = []
): ShownCandidate[] {
	const counted = new Map<string, PeersRow>();
	for (const row of rows) {
		const key = repositoryKey(row.repository);
		const known = counted.get(key);
		if (known === undefined || known.observedOn < row.observedOn) counted.set(key, row);
	}
	return candidates
		.map((candidate) =>
			withEvidence(candidate, counted.get(repositoryKey(candidate.repository)) ?? null)
		)
		.filter(({ kinds, users }) => kinds >= KINDS || (users?.owners ?? 0) >= USERS)
		.sort(
			(a, b) =>
				b.kinds - a.kinds ||
				(b.users?.owners ?? 0) - (a.users?.owners ?? 0) ||
				(repositoryKey(a.candidate.repository) < repositoryKey(b.candidate.repository) ? -1 : 1)
		);
}

function withEvidence(candidate: Candidate, row: PeersRow | null): ShownCandidate {
	const users = usersOf(candidate, row);
	const { lists, placements, applied } = candidate;
	const kinds = [
		(users?.owners ?? 0) >= USERS,
		lists.length >= LISTS,
		placements.length > 0,
		applied !== undefined
	].filter(Boolean).length;
	const evidence = [
		users === null
			? null
			: `Used by ${plural(users.owners, 'owner')} of the group${exampleText(users.example)}`,
		lists.length === 0 ? null : `Named by ${plural(lists.length, 'list')}: ${lists.join(', ')}`,
		placements.length === 0
			? null
			: `Placed by ${placements.map(({ by, ring, month }) => `${by}: ${RING_WORDS[ring].toLowerCase()}, ${month}`).join('; ')}`,
		applied === undefined
			? null
			: `Applied to the sandbox: ${applied.issue}, ${applied.month}${applied.closed ? ', closed' : ''}`
	].filter((text) => text !== null);
	return { candidate, users, kinds, evidence };
}

/** For so long a larger first count stands: it saw every file, the crawl reads the root's and those known. */
const FIRST_COUNT_DAYS = 365;

function usersOf({ users, date }: Candidate, row: PeersRow | null): ShownCandidate['users'] {
	const first =
		users === undefined ? null : { owners: users.owners, on: date, example: users.example ?? null };
	if (row === null) return first;
	const owners = new Set(row.usedBy.map(({ repository }) => ownerOf(repository))).size;
	const stands = first !== null && daysBetween(first.on, row.observedOn) <= FIRST_COUNT_DAYS;
	if (stands && first.owners > owners) return first;
	return owners === 0 ? null : { owners, on: row.observedOn, example: row.usedBy[0] ?? null };
}

const exampleText = (example: NonNullable<ShownCandidate['users']>['example']): string =>
	example === null ? '' : `, such as ${example.repository} (${example.file})`;
