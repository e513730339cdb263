import fc from 'fast-check';
import type { MadeHistory } from './repository.ts';
import { daysBefore, MOMENT } from './scene.ts';

/** Spellings of five authors, with the person whom the count is to see; null for a program. */
const AUTHORS = [
	{ person: 'ann', name: 'Ann', email: 'ann@example.org' },
	{ person: 'ann', name: 'Ann Smith', email: 'ANN@Example.org' },
	{ person: 'ben', name: 'Ben', email: '123+ben@users.noreply.github.com' },
	{ person: 'ben', name: 'ben', email: 'ben@users.noreply.github.com' },
	{ person: 'cleo', name: 'Cleo', email: '' },
	{ person: '7+cleo', name: 'Cleo', email: '7+cleo@example.org' },
	{
		person: null,
		name: 'dependabot[bot]',
		email: '49699333+dependabot[bot]@users.noreply.github.com'
	},
	{ person: null, name: 'Release Robot', email: 'release@example.org' }
] as const;
const SUBJECTS = [
	'Mend it',
	'Mend it (#12)',
	'Merge pull request #7 from a/b',
	'See #3',
	'Again (#4) '
];

export interface Drawn {
	author: (typeof AUTHORS)[number];
	subject: string;
	time: number;
	/** How far back a second parent lies; 0 for none. */
	merged: number;
}

/** A commit of a random history. */
export const drawn = fc.record<Drawn>({
	author: fc.constantFrom(...AUTHORS),
	subject: fc.constantFrom(...SUBJECTS),
	time: fc.oneof(
		fc.integer({ min: -5, max: 420 }).map(daysBefore),
		fc.constantFrom(0, daysBefore(365), daysBefore(90), daysBefore(0))
	),
	merged: fc.constantFrom(0, 0, 0, 2, 3)
});

export const hasTwoParents = ({ merged }: Drawn, i: number): boolean => merged > 0 && merged < i;

/** The history that git is to hold. */
export const historyOf = (list: readonly Drawn[]): MadeHistory => ({
	commits: list.map((commit, i) => ({
		...commit.author,
		time: commit.time,
		subject: commit.subject,
		parents: i === 0 ? [] : hasTwoParents(commit, i) ? [i - 1, i - 1 - commit.merged] : [i - 1]
	}))
});

/** Counts as one would by hand. */
export function naiveCount(list: readonly Drawn[]) {
	const seconds = MOMENT / 1000;
	const seen = list
		.map((c, i) => ({ ...c, merge: hasTwoParents(c, i) }))
		.filter((c) => c.time <= seconds);
	const single = seen.filter((c) => !c.merge);
	const human = single.filter((c) => c.author.person !== null);
	const within = <C extends { time: number }>(commits: C[], days: number) =>
		commits.filter((c) => c.time > daysBefore(days));
	const people = (commits: typeof human) => new Set(commits.map((c) => c.author.person)).size;
	const pulls = seen.filter((c) => (c.merge ? /^Merge pull/ : /\(#\d+\) ?$/).test(c.subject));
	const weeks = Array.from(
		{ length: 52 },
		(_, i) =>
			human.filter((c) => c.time <= daysBefore((51 - i) * 7) && c.time > daysBefore((52 - i) * 7))
				.length
	);
	return {
		commitsTotal: human.length,
		commits365d: within(human, 365).length,
		commits90d: within(human, 90).length,
		contributorsTotal: people(human),
		authors365d: people(within(human, 365)),
		authors90d: people(within(human, 90)),
		botCommits365d: within(single, 365).filter((c) => c.author.person === null).length,
		weeklyCommits52w: weeks,
		activeWeeks13: weeks.slice(-13).filter((n) => n > 0).length,
		...(within(pulls, 365).length > 0 && {
			mergedPulls365d: within(pulls, 365).length,
			mergedPulls90d: within(pulls, 90).length
		})
	};
}
