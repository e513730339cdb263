import type { Blip } from '#lib/radar/model/placement.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** `square` (archived) wins over `star` (new). */
export const SHAPES = ['circle', 'star', 'square'] as const;
export type Shape = (typeof SHAPES)[number];

export const shapeOf = ({ archived, movement }: Pick<Blip, 'archived' | 'movement'>): Shape =>
	archived ? 'square' : movement === 'new' ? 'star' : 'circle';

export const isHollow = ({ confidence }: Pick<Blip, 'confidence'>): boolean => confidence === 'low';

/** The arc of a move that the data made, not the project. */
export const isBroken = (blip: Pick<Blip, 'lacksData' | 'newlyMeasured'>): boolean =>
	blip.lacksData || blip.newlyMeasured;

const STAR_POINTS = 5;

export function shapePath(shape: Shape, x: number, y: number, r: number): string {
	const at = (angle: number, radius: number) =>
		`${rounded(x + radius * Math.sin(angle), 1)} ${rounded(y - radius * Math.cos(angle), 1)}`;
	switch (shape) {
		case 'circle':
			return `M${rounded(x - r, 1)} ${rounded(y, 1)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
		case 'square': {
			const half = rounded(r * 0.84, 1);
			return `M${rounded(x - half, 1)} ${rounded(y - half, 1)}h${2 * half}v${2 * half}h${-2 * half}Z`;
		}
		case 'star':
			return `M${Array.from({ length: 2 * STAR_POINTS }, (_, i) =>
				at((i * Math.PI) / STAR_POINTS, i % 2 === 0 ? r * 1.15 : r * 0.56)
			).join('L')}Z`;
	}
}
