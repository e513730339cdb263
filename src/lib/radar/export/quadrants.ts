import type { Settings } from '#lib/radar/model/settings.ts';
import type { ExportedProject } from './source.ts';

/** One of four quadrants of another tool, with the projects folded into it. */
export interface Quadrant {
	/** Fit for a file, an address or a key. */
	id: string;
	name: string;
	categories: readonly string[];
}

/** Corners of the screen in the order of our own segments: clockwise from twelve o'clock. */
const CLOCKWISE = ['top right', 'bottom right', 'bottom left', 'top left'] as const;
type Corner = (typeof CLOCKWISE)[number];

/** In which corners each tool draws its quadrants, in its own order. */
export const CORNERS = {
	zalando: ['bottom right', 'bottom left', 'top left', 'top right'],
	backstage: ['bottom right', 'bottom left', 'top left', 'top right'],
	aoe: ['top left', 'top right', 'bottom left', 'bottom right'],
	byor: ['top left', 'bottom left', 'top right', 'bottom right']
} as const satisfies Record<string, readonly Corner[]>;

/** The fold in a tool's own order, so that every quadrant stands there where its segments stand here. */
export const quadrantsFor = (tool: keyof typeof CORNERS, fold: Settings['quadrants']): Quadrant[] =>
	CORNERS[tool].flatMap((corner) => {
		const quadrant = fold[CLOCKWISE.indexOf(corner)];
		return quadrant === undefined ? [] : [{ id: slug(quadrant.name), ...quadrant }];
	});

/**
 * The place of a project's quadrant among `quadrants`.
 * @throws {RangeError} when none holds its category: the settings fold every one.
 */
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
