import {
	ringIndex,
	type LandscapePath,
	type Ring,
	type Trend
} from '#lib/radar/words/vocabulary.ts';
import { byText } from '#lib/radar/words/order.ts';

export interface Compared {
	id: string;
	name: string;
	/** Box in which the chart draws it. */
	category: string;
	subcategory: string;
	paths?: readonly LandscapePath[];
	/** Null: not rated, or no longer in the edition. */
	ring: Ring | null;
	score: number | null;
}

export interface Alternative {
	id: string;
	name: string;
	ring: Ring;
	score: number;
}

const MOST = 5;

export const asksForAlternatives = ({ ring, trend }: { ring: Ring | null; trend: Trend | null }) =>
	ring === 'hold' || trend === 'falling';

/**
 * Rated projects of the same box placed better, best first. An unrated project gets the best of its
 * box.
 */
export function alternativesTo(
	project: Omit<Compared, 'name'>,
	others: readonly Compared[],
	most = MOST
): Alternative[] {
	return others
		.flatMap((other): Alternative[] => {
			const { id, name, ring, score } = other;
			if (id === project.id || ring === null || ring === 'hold' || score === null) return [];
			return sharesBox(project, other) ? [{ id, name, ring, score }] : [];
		})
		.filter(({ ring, score }) => {
			if (project.ring === null) return true;
			return byRank({ ring, score }, { ring: project.ring, score: project.score ?? 0 }) < 0;
		})
		.sort((a, b) => byRank(a, b) || byText(a.id, b.id))
		.slice(0, most);
}

type Rank = Pick<Alternative, 'ring' | 'score'>;
/** Better placed first. */
export const byRank = (a: Rank, b: Rank) =>
	ringIndex(a.ring) - ringIndex(b.ring) || b.score - a.score;

const sharesBox = (a: Omit<Compared, 'name'>, b: Compared): boolean =>
	isBox(a, b) || sharesPath(a.paths ?? [], b.paths ?? []);

export const sharesPath = (
	some: readonly LandscapePath[],
	others: readonly LandscapePath[]
): boolean => some.some((path) => others.some((other) => isBox(path, other)));

const isBox = (a: LandscapePath, b: LandscapePath) =>
	a.category === b.category && a.subcategory === b.subcategory;
