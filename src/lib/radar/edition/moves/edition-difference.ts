import { compareEditions, type ProjectChange, type Standing } from './changes.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { Edition } from '#lib/radar/model/placement.ts';

/** Smaller differences of the score are left out. */
const LEAST_DELTA = 1;

/** An edition with all that stands in it. */
export interface WholeEdition {
	edition: Edition;
	standings: readonly Standing[];
	/** Of the model that placed them. */
	cutOffs: CutOffs;
}

/** What the page of changes shows of two editions. */
export interface EditionDifference {
	from: Edition;
	to: Edition;
	/** Rings of everyone, for the ribbons; the scores are left out. */
	states: Pick<ProjectChange, 'from' | 'to'>[];
	/** Those whose ring or membership changed. */
	changes: ProjectChange[];
	/** Shifts of the score within a ring, the greatest first. */
	shifted: ProjectChange[];
	/** Whether the landscape's taxonomy was replaced between the two. */
	taxonomyChanged: boolean;
	modelChanged: boolean;
	/** Of the later one's model. */
	cutOffs: CutOffs;
}

/** Sets two editions side by side, the older one first, whichever way they come. */
export function editionDifference(
	one: WholeEdition,
	other: WholeEdition,
	formerCategory: string
): EditionDifference {
	const [from, to] = one.edition.date > other.edition.date ? [other, one] : [one, other];
	const all = compareEditions(from.standings, to.standings, to.cutOffs);
	const shifted = all
		.filter(({ kind, delta }) => kind === 'same' && Math.abs(delta ?? 0) >= LEAST_DELTA)
		.sort((a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
	const former = ({ standings }: WholeEdition) =>
		standings.some(({ blip }) => blip.paths.some(({ category }) => category === formerCategory));
	return {
		from: from.edition,
		to: to.edition,
		states: all.map(({ from: was, to: is }) => ({
			from: was && { ring: was.ring, score: null },
			to: is && { ring: is.ring, score: null }
		})),
		changes: all.filter(({ kind }) => kind !== 'same'),
		shifted,
		taxonomyChanged: former(from) && !former(to),
		modelChanged: from.edition.modelVersion !== to.edition.modelVersion,
		cutOffs: to.cutOffs
	};
}
