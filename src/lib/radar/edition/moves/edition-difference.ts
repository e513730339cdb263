import { compareEditions, type ProjectChange, type Standing } from './changes.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { Edition } from '#lib/radar/model/placement.ts';

/** Points; smaller shifts are left out. */
const LEAST_DELTA = 1;

export interface WholeEdition {
	edition: Edition;
	standings: readonly Standing[];
	cutOffs: CutOffs;
}

export interface EditionDifference {
	from: Edition;
	to: Edition;
	/** All projects; no scores. */
	states: Pick<ProjectChange, 'from' | 'to'>[];
	changes: ProjectChange[];
	/** Score shifts inside a ring, largest first. */
	shifted: ProjectChange[];
	taxonomyChanged: boolean;
	modelChanged: boolean;
	/** Of the later model. */
	cutOffs: CutOffs;
}

/** Accepts either order. */
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
