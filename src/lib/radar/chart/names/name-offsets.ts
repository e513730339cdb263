import { rounded } from '#lib/radar/words/numbers.ts';
import type { Line } from './boxes.ts';
import type { Point } from '#lib/radar/chart/geometry.ts';

/** Where a name can stand, from its blip, in chart units. */
export interface Offset {
	anchor: 'start' | 'end' | 'middle';
	dx: number;
	/** Of the baseline. */
	dy: number;
	/** To the left, in widths of the name. */
	back?: number;
	/** The lowest is tried first. */
	cost: number;
	leader: Line | null;
	/** It needs a wider gap, since neighbours could be meant. */
	isAside: boolean;
}

/** `r`: of the blip; `reach`: of the longest leader. */
export const offsetsAround = (r: number, fontSize: number, reach: number): Offset[] => [
	...beside(r, fontSize),
	...askew(r, fontSize),
	...leaders(r, fontSize, reach)
];

const ASKEW = 4;
const LEADER = 10;

const baselines = (r: number, fontSize: number) => ({
	middle: fontSize * 0.32,
	below: r + fontSize * 0.95,
	above: -r - fontSize * 0.3
});

function beside(r: number, fontSize: number): Offset[] {
	const side = r + fontSize * 0.22;
	const { middle, below, above } = baselines(r, fontSize);
	const plain = { leader: null, isAside: false };
	return [
		{ anchor: 'start', dx: side, dy: middle, cost: 0, ...plain },
		{ anchor: 'end', dx: -side, dy: middle, cost: 1, ...plain },
		{ anchor: 'middle', dx: 0, dy: below, cost: 2, ...plain },
		{ anchor: 'middle', dx: 0, dy: above, cost: 3, ...plain }
	];
}

const SHIFTS = [-0.35, 0.35, -0.5, 0.5];

function askew(r: number, fontSize: number): Offset[] {
	const side = r + fontSize * 0.22;
	const { middle, below, above } = baselines(r, fontSize);
	const plain = { leader: null, isAside: true };
	const aside = SHIFTS.flatMap((shift): Offset[] => {
		const dy = middle + shift * fontSize;
		return [
			{ anchor: 'start', dx: side, dy, cost: ASKEW, ...plain },
			{ anchor: 'end', dx: -side, dy, cost: ASKEW + 1, ...plain }
		];
	});
	const edged = [below, above].flatMap((dy): Offset[] => [
		{ anchor: 'start', dx: -r, dy, cost: ASKEW + 2, ...plain },
		{ anchor: 'end', dx: r, dy, cost: ASKEW + 2, ...plain }
	]);
	return [...aside, ...edged];
}

const DIRECTIONS = 24;
/** Chart units between the lengths tried. */
const STEP = 6;
const SHORTEST = 10;

function leaders(r: number, fontSize: number, reach: number): Offset[] {
	const count = Math.max(0, Math.floor((reach - SHORTEST) / STEP) + 1) * DIRECTIONS;
	return Array.from({ length: count }, (_, code) => ledTo(leaderLine(code, r), fontSize)).flat();
}

const lengthOf = (code: number): number => SHORTEST + STEP * Math.floor(code / DIRECTIONS);

/** From a blip at 0 0; a code is a direction and a length. */
export function leaderLine(code: number, r: number): Line {
	const turn = ((code % DIRECTIONS) / DIRECTIONS) * 2 * Math.PI;
	const at = (radius: number) => ({ x: Math.cos(turn) * radius, y: Math.sin(turn) * radius });
	return [at(r), at(r + lengthOf(code))];
}

/** The inverse of {@link leaderLine}, also of a line in whole units. */
export function leaderCode([from, to]: Line): number {
	const turn = Math.round((Math.atan2(to.y, to.x) / (2 * Math.PI)) * DIRECTIONS);
	const length = Math.hypot(to.x, to.y) - Math.hypot(from.x, from.y);
	const step = Math.round((length - SHORTEST) / STEP);
	return step * DIRECTIONS + ((turn + DIRECTIONS) % DIRECTIONS);
}

/** In whole units. */
export const movedLine = ([from, to]: Line, { x, y }: Point): Line => [
	{ x: rounded(from.x + x, 0), y: rounded(from.y + y, 0) },
	{ x: rounded(to.x + x, 0), y: rounded(to.y + y, 0) }
];

function ledTo(leader: Line, fontSize: number): Offset[] {
	const [from, to] = leader;
	const far = Math.hypot(to.x, to.y);
	const [right, down] = [to.x / far, to.y / far];
	const space = fontSize * 0.12;
	const cost = LEADER + (far - Math.hypot(from.x, from.y)) / 3;
	const led = { leader, isAside: true };
	const offsets: Offset[] = [];
	if (Math.abs(down) > 0.4) {
		const dy = to.y + (down > 0 ? fontSize * 0.8 + space : -fontSize * 0.2 - space);
		for (const back of [0.5, 0.25, 0.75, 0, 1]) {
			const further = Math.abs(back - 0.5);
			offsets.push({ anchor: 'start', dx: to.x, dy, back, cost: cost + further, ...led });
		}
	}
	if (Math.abs(right) > 0.25) {
		const dx = to.x + Math.sign(right) * space;
		const dy = to.y + baselines(0, fontSize).middle;
		offsets.push({ anchor: right > 0 ? 'start' : 'end', dx, dy, cost, ...led });
	}
	return offsets;
}
