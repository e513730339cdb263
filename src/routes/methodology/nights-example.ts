import { addDays } from '#lib/radar/words/days.ts';
import { settleNight, type Memory } from '#lib/radar/model/rings/hysteresis.ts';
import { seededNormals } from '#lib/radar/model/random.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

export interface ExampleNight {
	score: number;
	smoothed: number;
	/** From the score alone: no smoothing, band or patience. */
	bare: Ring;
	/** Published ring. */
	ring: Ring;
}

const NIGHTS = 90;
const SEED = 11;
/** Standard deviation, as a share of the score. */
const NOISE = 0.02;
/** In points: starts this far below the cut-off, ends as far above it. */
const BELOW = 1;
const ABOVE = 5;
const RISES = [40, 50] as const;
const START = '2026-01-01';

/** A made-up score trembles below adopt, then rises. The real code settles its rings. */
export function exampleNights(model: Pick<Model, 'cut_offs' | 'stability'>): ExampleNight[] {
	const { adopt } = model.cut_offs;
	const noise = seededNormals(SEED);
	let memory: Memory = {
		scoreRing: 'trial',
		smoothed: adopt - BELOW,
		pending: null,
		movedOn: null
	};
	return Array.from({ length: NIGHTS }, (_, night) => {
		const risen = Math.min(1, Math.max(0, (night - RISES[0]) / (RISES[1] - RISES[0])));
		const truth = adopt - BELOW + risen * (ABOVE + BELOW);
		const score = Math.min(100, truth * (1 + NOISE * noise()));
		const settled = settleNight(score, memory, addDays(START, night), model);
		memory = settled;
		return {
			score,
			smoothed: settled.smoothed ?? score,
			bare: ringOfScore(score, model.cut_offs),
			ring: settled.scoreRing
		};
	});
}

export function runsOf(rings: readonly Ring[]): { ring: Ring; from: number; nights: number }[] {
	const runs: { ring: Ring; from: number; nights: number }[] = [];
	for (const [night, ring] of rings.entries()) {
		const last = runs.at(-1);
		if (last?.ring === ring) last.nights += 1;
		else runs.push({ ring, from: night, nights: 1 });
	}
	return runs;
}

export const changesOf = (rings: readonly Ring[]): number => Math.max(0, runsOf(rings).length - 1);
