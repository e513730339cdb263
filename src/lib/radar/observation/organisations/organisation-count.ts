import { addDays } from '#lib/radar/words/days.ts';
import type { Organisations } from '#lib/radar/landscape/organisations.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { CarriedByRow } from './carried-by.ts';
import { nameKey, personsOf } from './same-person.ts';

/** One commit of a history. Held in memory while one repository is counted, never stored. */
export interface CommitRecord {
	/** The author's address and name as written. */
	address: string;
	name: string;
	/** The committer's day, as the activity of a history is counted. */
	date: Day;
	/** Lines of the message that may be `Signed-off-by` or `Co-authored-by`. */
	trailers: readonly string[];
}

/** What a count needs to know beside the commits. */
export interface CountingRules {
	organisations: Organisations;
	/** `owner/name` of the repository. */
	repository: string;
	/** The day up to which the history was seen. */
	to: Day;
	window: CarriedByRow['window'];
	/** Whether no human stands behind a commit; agents are told apart before. */
	isBot: (commit: CommitRecord) => boolean;
}

const WINDOW_DAYS = 365;
/** So many authors make an organisation named: one person's share is never shown. */
const NAMED_AUTHORS = 2;

const TRAILER = /^\s*(?:signed-off-by|co-authored-by):\s*(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/i;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Counts the human commits of one window by organisation. A commit's organisation is that of its author's address; else
 * that of a sign-off or co-author line of the same commit which bears the author's name; else the one that most of the
 * same person's commits in the window name; else it is not known. Neither addresses nor names leave this function, nor
 * anything made of them.
 * `commits`: without merges, in any order.
 */
export function countOrganisations(
	commits: Iterable<CommitRecord>,
	{ organisations, repository, to, window, isBot }: CountingRules
): CarriedByRow {
	const last = window === 'year' ? to : addDays(to, -WINDOW_DAYS);
	const after = addDays(last, -WINDOW_DAYS);
	let [notKnown, agents] = [0, 0];
	const human: CommitRecord[] = [];
	for (const commit of commits) {
		if (commit.date <= after || commit.date > last) continue;
		if (organisations.isAgent(commit.address)) agents += 1;
		else if (!isBot(commit)) human.push(commit);
	}
	const found = new Map<string, { commits: number; addresses: Set<string>; names: Set<string> }>();
	const ids = withSamePerson(
		human,
		human.map((commit) => organisationOf(commit, organisations))
	);
	human.forEach((commit, i) => {
		const id = ids[i] ?? null;
		if (id === null) {
			notKnown += 1;
			return;
		}
		const part = found.get(id) ?? { commits: 0, addresses: new Set(), names: new Set() };
		part.commits += 1;
		part.addresses.add(commit.address.toLowerCase());
		part.names.add(nameKey(commit.name));
		found.set(id, part);
	});
	const owner = organisations.owning(repository.split('/')[0] ?? '')?.id;
	const others = { commits: 0, authors: 0 };
	const named: CarriedByRow['organisations'] = [];
	for (const [id, part] of found) {
		// One person with two addresses, or two spellings of the name, is one author.
		const authors = Math.min(part.addresses.size, part.names.size);
		if (authors >= NAMED_AUTHORS || id === owner)
			named.push({ id, commits: part.commits, authors });
		else {
			others.commits += part.commits;
			others.authors += authors;
		}
	}
	named.sort((a, b) => b.commits - a.commits || (a.id < b.id ? -1 : 1));
	return {
		repository,
		to,
		window,
		total: human.length,
		notKnown,
		agents,
		organisations: named,
		others,
		table: organisations.version,
		ways: ['address', 'trailer', 'same-person'],
		source: 'history'
	};
}

/** The organisation asked not to be counted: no other way may find it. */
const OPTED_OUT = Symbol('opted out');

/** Ids of the commits' organisations, those not known filled in by what the same person's other commits name. */
function withSamePerson(
	commits: readonly CommitRecord[],
	ids: readonly (string | null | typeof OPTED_OUT)[]
): (string | null)[] {
	const persons = personsOf(commits);
	const named = new Map<number, Map<string, number>>();
	ids.forEach((id, i) => {
		if (typeof id !== 'string') return;
		const person = persons[i] ?? -1;
		const counts = named.get(person) ?? new Map<string, number>();
		counts.set(id, (counts.get(id) ?? 0) + 1);
		named.set(person, counts);
	});
	const most = new Map(
		[...named].map(([person, counts]) => {
			const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
			return [person, first?.[0] ?? null] as const;
		})
	);
	return ids.map((id, i) => {
		if (id === OPTED_OUT) return null;
		return typeof id === 'string' ? id : (most.get(persons[i] ?? -1) ?? null);
	});
}

/** Id of the organisation that one commit names by itself; null where it names none. */
function organisationOf(
	{ address, name, date, trailers }: CommitRecord,
	organisations: Organisations
): string | null | typeof OPTED_OUT {
	const own = organisations.meaning(domainOf(address), date);
	if (own.state === 'organisation') return own.organisation.id;
	// An organisation that asked not to be counted is not found by another way either.
	if (own.state === 'opted-out') return OPTED_OUT;
	const author = nameKey(name);
	if (author === '') return null;
	for (const line of trailers) {
		const [, bearer, other] = TRAILER.exec(line) ?? [];
		if (bearer === undefined || other === undefined || nameKey(bearer) !== author) continue;
		const meaning = organisations.meaning(domainOf(other), date);
		if (meaning.state === 'organisation') return meaning.organisation.id;
	}
	return null;
}
