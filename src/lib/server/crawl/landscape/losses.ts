import type { Member } from '#lib/radar/landscape/membership.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

/** Share of the projects that a landscape may lose at once without a confirmation. */
const MAX_LOST = 0.15;

/** What a landscape tells of a project, and does not take back of many at once. */
const FACTS = [
	{ of: ({ repository }: Member) => repository, words: 'repositories' },
	{ of: ({ maturity }: Member) => maturity, words: 'maturity' }
];

interface Compared {
	/** Members of the last edition, and those found now. */
	before: readonly Member[];
	now: readonly Member[];
	/** Categories of the settings. */
	wanted: readonly string[];
	/** Categories that the landscape has. */
	found: readonly string[];
	/** Confirmed: names of categories, and numbers of projects. */
	accepted: readonly string[];
}

/** Why the landscape has lost too much to be published, in sentences; null when it has not. */
export function whyTooMuchIsLost({
	before,
	now,
	wanted,
	found,
	accepted
}: Compared): string | null {
	const isIn = (category: string) => (member: Member) =>
		member.paths.some((path) => path.category === category);
	const empty = wanted.filter(
		(category) => before.some(isIn(category)) && !now.some(isIn(category))
	);
	const unconfirmed = empty.filter((category) => !accepted.includes(category));
	const reasons = unconfirmed.map((category) => {
		const lost = plural(before.filter(isIn(category)).length, 'project');
		const what = found.includes(category)
			? `has no project in the category "${category}"`
			: `has no category "${category}", which the settings name`;
		return `The landscape ${what}; ${lost} was there. If that is meant: --accept-loss "${category}".`;
	});
	const confirmed = empty.filter((category) => accepted.includes(category));
	const here = new Map(now.map((member) => [member.project, member]));
	const lost = before.filter(
		(member) => !here.has(member.project) && !confirmed.some((category) => isIn(category)(member))
	).length;
	const tell = (count: number, of: number, what: string) => {
		// One alone is no accident, however few there are.
		if (count <= Math.max(1, MAX_LOST * of) || accepted.includes(String(count))) return;
		reasons.push(
			`The landscape has lost ${what}, more than ${MAX_LOST * 100}%. If that is meant: --accept-loss ${count}.`
		);
	};
	tell(lost, before.length, `${countText(lost)} of ${plural(before.length, 'project')}`);
	for (const { of, words } of FACTS) {
		const had = before.filter((member) => of(member) !== null);
		const without = had.filter(({ project }) => {
			const member = here.get(project);
			return member !== undefined && of(member) === null;
		}).length;
		tell(
			without,
			had.length,
			`the ${words} of ${countText(without)} of ${plural(had.length, 'project')}`
		);
	}
	return reasons.length > 0 ? `${reasons.join(' ')} Nothing was published.` : null;
}

/** Categories of the settings that the landscape does not have. */
export const missingCategories = (wanted: readonly string[], found: readonly string[]): string[] =>
	wanted.filter((category) => !found.includes(category));
