import { scaleSymlog } from 'd3-scale';
import { rounded } from '#lib/radar/words/numbers.ts';

const TICKS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** Symlog axis from 0. */
export interface CountScale {
	/** 0 to 1. */
	at: (count: number) => number;
	ticks: { value: number; at: number }[];
}

export function countScale(highest: number): CountScale {
	const top = Math.max(10, highest);
	const scale = scaleSymlog([0, top], [0, 1]);
	const at = (count: number) => rounded(scale(count), 4);
	return {
		at,
		ticks: TICKS.filter((value) => value <= top).map((value) => ({ value, at: at(value) }))
	};
}
