import type { Blip } from '#lib/radar/model/placement.ts';

/** What a blip is drawn as; `square` (archived) goes before `star` (new). */
export const SHAPES = ['circle', 'star', 'square'] as const;
export type Shape = (typeof SHAPES)[number];

/** The shape that tells a project's state. */
export const shapeOf = ({ archived, movement }: Pick<Blip, 'archived' | 'movement'>): Shape =>
	archived ? 'square' : movement === 'new' ? 'star' : 'circle';

/** Drawn as an outline: too little is known to be sure. */
export const isHollow = ({ confidence }: Pick<Blip, 'confidence'>): boolean => confidence === 'low';

const STAR_POINTS = 5;

/** Outline of a shape around a point as SVG path data; `r` is the blip's radius. */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
	const at = (angle: number, radius: number) =>
		`${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
	switch (shape) {
		case 'circle':
			return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
		case 'square': {
			const half = round(r * 0.84);
			return `M${round(x - half)} ${round(y - half)}h${2 * half}v${2 * half}h${-2 * half}Z`;
		}
		case 'star':
			return `M${Array.from({ length: 2 * STAR_POINTS }, (_, i) =>
				at((i * Math.PI) / STAR_POINTS, i % 2 === 0 ? r * 1.15 : r * 0.56)
			).join('L')}Z`;
	}
}

const round = (value: number): number => Math.round(value * 10) / 10;
