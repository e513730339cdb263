import { scaleSymlog } from 'd3-scale';

/** Powers of ten, so that few and many can be told apart on one axis. */
const TICKS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** An axis for counts of very different size: 0 stands at 0, each step of the ticks is ten times as much. */
export interface CountScale {
	/** Place of a count, 0 to 1. */
	at: (count: number) => number;
	ticks: { value: number; at: number }[];
}

/** The axis that reaches up to the highest of some counts, and at least to 10. */
export function countScale(highest: number): CountScale {
	const top = Math.max(10, highest);
	const scale = scaleSymlog([0, top], [0, 1]);
	const at = (count: number) => Math.round(scale(count) * 10_000) / 10_000;
	return {
		at,
		ticks: TICKS.filter((value) => value <= top).map((value) => ({ value, at: at(value) }))
	};
}
