import type { Line } from './boxes.ts';

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
	const offsets: Offset[] = [];
	for (let length = SHORTEST; length <= reach; length += STEP) {
		for (let at = 0; at < DIRECTIONS; at++) {
			const turn = (at / DIRECTIONS) * 2 * Math.PI;
			offsets.push(...ledTo(Math.cos(turn), Math.sin(turn), r, length, fontSize));
		}
	}
	return offsets;
}

/** `right`, `down`: direction of the leader. */
function ledTo(right: number, down: number, r: number, length: number, fontSize: number): Offset[] {
	const to = { x: right * (r + length), y: down * (r + length) };
	const leader: Line = [{ x: right * r, y: down * r }, to];
	const space = fontSize * 0.12;
	const cost = LEADER + length / 3;
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
