import { ringIndex, type Path, type Ring, type Trend } from '#lib/radar/words/vocabulary.ts';

/** A project as far as it is compared with others of its box. */
export interface Compared {
	id: string;
	name: string;
	/** The box in which it is drawn. */
	category: string;
	subcategory: string;
	/** Every box in which it is filed, where that is known. */
	paths?: readonly Path[];
	/** Null: not rated, or it stands here no more. */
	ring: Ring | null;
	score: number | null;
}

/** A project to look at instead. */
export interface Alternative {
	id: string;
	name: string;
	ring: Ring;
	score: number;
}

/** So many are offered on a project's page. */
const MOST = 5;

/** Whoever stands in hold or is falling is shown what stands better. */
export const asksForAlternatives = ({ ring, trend }: { ring: Ring | null; trend: Trend | null }) =>
	ring === 'hold' || trend === 'falling';

/**
 * The best placed of the same box, best first, at most `most`: rated, not in hold, and better placed than the project
 * itself, by ring and then by score. With a project that is not rated, or gone, nothing can be compared: the best placed.
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
			return byPlace({ ring, score }, { ring: project.ring, score: project.score ?? 0 }) < 0;
		})
		.sort((a, b) => byPlace(a, b) || (a.id < b.id ? -1 : 1))
		.slice(0, most);
}

type Place = Pick<Alternative, 'ring' | 'score'>;
const byPlace = (a: Place, b: Place) => ringIndex(a.ring) - ringIndex(b.ring) || b.score - a.score;

const sharesBox = (a: Omit<Compared, 'name'>, b: Compared): boolean =>
	isBox(a, b) || sharesPath(a.paths ?? [], b.paths ?? []);

/** Filed in one box at least. */
export const sharesPath = (some: readonly Path[], others: readonly Path[]): boolean =>
	some.some((path) => others.some((other) => isBox(path, other)));

const isBox = (a: Path, b: Path) => a.category === b.category && a.subcategory === b.subcategory;
