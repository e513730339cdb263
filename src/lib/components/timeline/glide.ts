import type { Point } from '#lib/radar/chart/geometry.ts';
import type { Track } from '#lib/radar/chart/history.ts';

/*
 * Motion along the editions. A moment is counted in editions: 2.5 is halfway from the third to the fourth.
 */

type Places = Pick<Track, 'x' | 'y'>;

/** A place at a moment. */
export interface Moment extends Point {
	/** 1: fully there; less while it enters or leaves. Above 0. */
	presence: number;
}

const placeIn = ({ x, y }: Places, edition: number): Point | null => {
	const [atX, atY] = [x[edition] ?? null, y[edition] ?? null];
	return atX === null || atY === null ? null : { x: atX, y: atY };
};

/**
 * Where a project is at a moment, on the straight line between its places; one that enters or leaves fades at the one
 * place that it has. Null while it is not there. A moment before the first or after the last edition counts as that one.
 */
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

/**
 * The way that a project came from one moment to another, either way in time: its places at both and in every edition
 * between. Empty when it did not move, or was not there all along.
 */
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

/** Whether its place is another in any of the editions from one to another. */
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

/** So near that no eye sees the rest, in editions. */
const NEAR = 0.004;

/** A value after it followed its target for a while: fast at first, never past it, and there at last. `pace` and `elapsed` in ms. */
export function follow(value: number, target: number, elapsed: number, pace: number): number {
	const next = target + (value - target) * Math.exp(-elapsed / pace);
	return Math.abs(target - next) < NEAR ? target : next;
}

/** The part of an edition's time in which blips move; they rest in the other. */
const MOVING_SHARE = 0.7;

/** How many editions playing has passed after a number of editions' times: it lingers at each. Never falls. */
export function played(time: number): number {
	const whole = Math.floor(time);
	const share = Math.min(1, (time - whole) / MOVING_SHARE);
	return whole + share * share * (3 - 2 * share);
}
