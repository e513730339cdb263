import type { Blip } from '#lib/radar/model/placement.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { ExportedProject } from '#lib/radar/export/source.ts';

export interface Quadrant {
	/** Safe in file names, addresses and keys. */
	id: string;
	name: string;
	categories: readonly string[];
}

/** Our segments' order: clockwise from 12 o'clock. */
const CLOCKWISE = ['top right', 'bottom right', 'bottom left', 'top left'] as const;
type Corner = (typeof CLOCKWISE)[number];

/** Screen corners in each tool's own order. */
export const CORNERS = {
	zalando: ['bottom right', 'bottom left', 'top left', 'top right'],
	backstage: ['bottom right', 'bottom left', 'top left', 'top right'],
	aoe: ['top left', 'top right', 'bottom left', 'bottom right'],
	byor: ['top left', 'bottom left', 'top right', 'bottom right']
} as const satisfies Record<string, readonly Corner[]>;

/** These tools draw four whatever there is: those that a radar does not have stay empty, under a dash. */
const EMPTY: Omit<Quadrant, 'id'> = { name: '–', categories: [] };

/** Four, reordered so that each quadrant keeps its corner. */
export const quadrantsFor = (tool: keyof typeof CORNERS, fold: Settings['quadrants']): Quadrant[] =>
	CORNERS[tool].map((corner) => {
		const at = CLOCKWISE.indexOf(corner);
		const quadrant = fold[at];
		return quadrant === undefined
			? { id: `empty-${at + 1}`, ...EMPTY }
			: { id: slug(quadrant.name) || `quadrant-${at + 1}`, ...quadrant };
	});

/**
 * For Zalando's tech-radar, whose lists of the upper half have room for half as much: in each half of the screen, the
 * longer list stands below. By the whole edition, so that no filter moves a quadrant.
 */
export function zalandoQuadrants(fold: Settings['quadrants'], blips: readonly Blip[]): Quadrant[] {
	const quadrants = quadrantsFor('zalando', fold);
	const rated = blips.filter(({ ring }) => ring !== null);
	const length = ({ categories }: Quadrant) =>
		rated.filter(({ category }) => categories.includes(category)).length;
	const [bottomRight, bottomLeft, topLeft, topRight] = quadrants;
	if (!bottomRight || !bottomLeft || !topLeft || !topRight) return quadrants;
	const [right, left] = [
		[bottomRight, topRight],
		[bottomLeft, topLeft]
	].map((half) => half.sort((a, b) => length(b) - length(a))) as [
		[Quadrant, Quadrant],
		[Quadrant, Quadrant]
	];
	return [right[0], left[0], left[1], right[1]];
}

/** build-your-own-radar turns " and " of a row into " & " before it compares, and leaves the configured name as it is. */
export const byorQuadrants = (fold: Settings['quadrants']): Quadrant[] =>
	quadrantsFor('byor', fold).map((quadrant) => ({
		...quadrant,
		name: quadrant.name.replace(/ and /gi, ' & ')
	}));

/** @throws {RangeError} when no quadrant holds the category. */
export function quadrantIndex(
	quadrants: readonly Quadrant[],
	{ category }: Pick<ExportedProject, 'category'>
): number {
	const at = quadrants.findIndex(({ categories }) => categories.includes(category));
	if (at < 0) throw new RangeError(`No quadrant holds ${category}.`);
	return at;
}

const slug = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
