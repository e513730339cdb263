import type { Point } from '#lib/radar/chart/geometry.ts';
import type { Track } from '#lib/radar/chart/history.ts';

/* Moments count editions: 2.5 is halfway from third to fourth. */

type Places = Pick<Track, 'x' | 'y'>;

export interface Moment extends Point {
	/** Above 0, up to 1. */
	presence: number;
}

const placeIn = ({ x, y }: Places, edition: number): Point | null => {
	const [atX, atY] = [x[edition] ?? null, y[edition] ?? null];
	return atX === null || atY === null ? null : { x: atX, y: atY };
};

/** Fades in place on entry and exit; null while absent. */
export function placeAt(track: Places, moment: number): Moment | null {
	const last = track.x.length - 1;
	const at = Math.min(Math.max(moment, 0), last);
	const before = Math.floor(at);
	const share = at - before;
	const from = placeIn(track, before);
	const to = share === 0 ? from : placeIn(track, before + 1);
	if (from === null) return to === null ? null : { ...to, presence: share };
	if (to === null) return { ...from, presence: 1 - share };
	return {
		x: from.x + (to.x - from.x) * share,
		y: from.y + (to.y - from.y) * share,
		presence: 1
	};
}

/** Every place between; empty when still or ever absent. */
export function trail(track: Places, from: number, to: number): Point[] {
	if (from === to) return [];
	if (!moves(track, Math.floor(Math.min(from, to)), Math.ceil(Math.max(from, to)))) return [];
	const steps = wholeBetween(Math.min(from, to), Math.max(from, to));
	if (from > to) steps.reverse();
	const way: Point[] = [];
	for (const moment of [from, ...steps, to]) {
		const place = placeAt(track, moment);
		if (place === null) return [];
		way.push({ x: place.x, y: place.y });
	}
	return way;
}

function moves({ x, y }: Places, first: number, last: number): boolean {
	for (let edition = first + 1; edition <= last; edition++) {
		if (x[edition] !== x[first] || y[edition] !== y[first]) return true;
	}
	return false;
}

function wholeBetween(low: number, high: number): number[] {
	const list: number[] = [];
	for (let whole = Math.floor(low) + 1; whole < high; whole++) list.push(whole);
	return list;
}

/** In editions. */
const NEAR = 0.004;

/** No overshoot; ends exactly. `pace`, `elapsed` in ms. */
export function follow(value: number, target: number, elapsed: number, pace: number): number {
	const next = target + (value - target) * Math.exp(-elapsed / pace);
	return Math.abs(target - next) < NEAR ? target : next;
}

/** Share of motion. */
const MOVING_SHARE = 0.7;

/** Lingers at each edition; never falls. */
export function played(time: number): number {
	const whole = Math.floor(time);
	const share = Math.min(1, (time - whole) / MOVING_SHARE);
	return whole + share * share * (3 - 2 * share);
}
