import type { Member } from '#lib/radar/landscape/membership.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { newsItem, type NewsFacts, type NewsItem } from './item.ts';

/** Who stood in the landscape on a day, as filed then. */
export interface LandscapeState {
	date: Day;
	members: readonly Member[];
}

type Change = NonNullable<NewsFacts['change']>;

/** When so large a share changes its place at once, the landscape was filed anew: one item, not one for each. */
const FILED_ANEW_SHARE = 0.5;
const FILED_ANEW_LEAST = 10;

const placesOf = ({ paths }: Member): string => paths.map(formatPath).sort().join('; ');

/** What changed in one project's entry. Entering and leaving are moves. */
function changesOf(was: Member, is: Member): Change[] {
	const changes: Change[] = [];
	const add = (what: Change['what'], from: string | null, to: string | null) => {
		if (from !== to) changes.push({ what, from, to });
	};
	if (is.maturity === 'archived' && was.maturity !== 'archived') {
		add('archived', was.maturity, is.maturity);
	} else add('maturity', was.maturity, is.maturity);
	const home = (member: Member) => member.repository && repositoryKey(member.repository);
	// A first address corrects the file, it moves nothing.
	if (was.repository !== null && home(was) !== home(is)) {
		add('home', was.repository, is.repository);
	}
	add('name', was.name, is.name);
	add('box', placesOf(was), placesOf(is));
	return changes;
}

function titleOf(name: string, { what, from, to }: Change): string {
	switch (what) {
		case 'maturity':
			if (to === null) return `${name} is no longer listed with a maturity`;
			return from === null
				? `${name} is now listed as ${to}`
				: `${name} went from ${from} to ${to}`;
		case 'archived':
			return `${name} is archived`;
		case 'home':
			return to === null ? `${name} no longer lists a repository` : `${name} moved to ${to}`;
		case 'name':
			return `${from} is now called ${to}`;
		default:
			return `${name} moved to ${to}`;
	}
}

/** What changed in the landscape between records of it, given oldest first, as items of the later one's day. */
export function landscapeItems(states: readonly LandscapeState[]): NewsItem[] {
	return states.slice(1).flatMap((after, i) => {
		const before = new Map((states[i]?.members ?? []).map((member) => [member.project, member]));
		const changed = after.members.flatMap((member) => {
			const was = before.get(member.project);
			if (was === undefined) return [];
			return changesOf(was, member).map((change) => ({ member, change }));
		});
		const common = after.members.filter(({ project }) => before.has(project)).length;
		const moved = changed.filter(({ change }) => change.what === 'box').length;
		const anew = moved >= FILED_ANEW_LEAST && moved >= common * FILED_ANEW_SHARE;
		return [
			...(anew ? [filedAnew(after.date, moved, common)] : []),
			...changed
				.filter(({ change }) => !anew || change.what !== 'box')
				.map(({ member, change }) =>
					newsItem({
						id: `landscape:${after.date}:${member.project}:${change.what}`,
						kind: 'landscape',
						source: 'landscape',
						day: after.date,
						title: titleOf(member.name, change),
						projects: [{ project: member.project, how: 'own' }],
						facts: { change }
					})
				)
		];
	});
}

const filedAnew = (day: Day, moved: number, of: number): NewsItem =>
	newsItem({
		id: `landscape:${day}:filed-anew`,
		kind: 'landscape',
		source: 'landscape',
		day,
		title: `The landscape was reorganised: ${moved} of ${plural(of, 'project')} changed their subcategory`,
		facts: { change: { what: 'filed-anew', from: null, to: null } }
	});
