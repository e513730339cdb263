import { CHANGE_KINDS, compareEditions, type ChangeKind } from './changes.ts';
import { moveReason } from './move-reason.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Standings } from './ring-steps.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

export interface News {
	id: string;
	name: string;
	kind: Exclude<ChangeKind, 'same'>;
	from: Ring | null;
	to: Ring | null;
	reason: string | null;
	/** It moved out for lack of data alone. */
	lacksData: boolean;
}

export interface EditionNews {
	edition: Edition;
	before: Edition;
	/** In the order of {@link CHANGE_KINDS}, then by name. */
	news: News[];
}

/** Oldest first; skips editions without changes. */
export function editionNews(editions: Iterable<Standings>): EditionNews[] {
	const all: EditionNews[] = [];
	let before: Standings | null = null;
	for (const here of editions) {
		if (before !== null) {
			const news = newsBetween(before.standings, here);
			if (news.length > 0) all.push({ edition: here.edition, before: before.edition, news });
		}
		before = here;
	}
	return all;
}

function newsBetween(
	before: readonly Standing[],
	{ standings: after, cutOffs }: Standings
): News[] {
	const then = new Map(before.map(({ blip, placement }) => [blip.id, placement]));
	const now = new Map(after.map(({ blip, placement }) => [blip.id, placement]));
	return compareEditions(before, after, cutOffs)
		.flatMap(({ id, name, kind, from, to, notRated, lacksData }): News[] => {
			if (kind === 'same') return [];
			const [was, is] = [then.get(id), now.get(id)];
			return [
				{
					id,
					name,
					kind,
					from: from?.ring ?? null,
					to: to?.ring ?? null,
					reason: was && is ? moveReason(was, is, cutOffs) : kind === 'entered' ? notRated : null,
					lacksData
				}
			];
		})
		.sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}
