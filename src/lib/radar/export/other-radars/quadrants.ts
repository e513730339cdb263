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

/** Reordered so that each quadrant keeps its corner. */
export const quadrantsFor = (tool: keyof typeof CORNERS, fold: Settings['quadrants']): Quadrant[] =>
	CORNERS[tool].flatMap((corner) => {
		const quadrant = fold[CLOCKWISE.indexOf(corner)];
		return quadrant === undefined ? [] : [{ id: slug(quadrant.name), ...quadrant }];
	});

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
