import { gateRing } from '#lib/radar/model/gates/gates.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import { ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { shownScore } from '#lib/radar/words/numbers.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

export interface WhatIfProject {
	id: string;
	name: string;
	category: string;
	/** Official values. */
	ring: Ring;
	score: number;
	scoreRing: Ring;
	/** By dimension, model order. */
	won: number[];
	observed: number[];
	gates: Pick<GateAction, 'effect' | 'ring'>[];
}

export type WhatIfModel = Pick<Model, 'cut_offs' | 'stability'> & {
	dimensions: readonly Pick<Model['dimensions'][number], 'id' | 'label' | 'weight'>[];
};

export interface Reweighed {
	project: WhatIfProject;
	/** Null: no observed points still count. */
	ring: Ring | null;
	score: number | null;
	/** Relative to the official ring. */
	movement: 'in' | 'out' | 'none';
}

const MOST = 100;
/** Finer than any displayed digit. */
const ROUNDING = 10_000;
const rounded = (value: number) => Math.round(value * ROUNDING) / ROUNDING;

/** Null when not rated. */
export function whatIfProject(
	{ id, name, category }: Pick<WhatIfProject, 'id' | 'name' | 'category'>,
	{ ring, score, scoreRing, dimensions, gates }: Placement
): WhatIfProject | null {
	if (ring === null || score === null || scoreRing === null) return null;
	return {
		id,
		name,
		category,
		ring,
		score: shownScore(score),
		scoreRing,
		won: dimensions.map((dimension) => rounded(dimension.won)),
		observed: dimensions.map((dimension) => rounded(dimension.observed)),
		gates: gates.map(({ effect, ring: to }) => ({ effect, ring: to }))
	};
}

/** Uses the official code. `weights`: 0 to 100, not all 0; only proportions count. */
export function reweigh(
	projects: readonly WhatIfProject[],
	weights: readonly number[],
	model: WhatIfModel
): Reweighed[] {
	if (isOfficial(weights, model)) {
		return projects.map((project) => ({
			project,
			ring: project.ring,
			score: project.score,
			movement: 'none'
		}));
	}
	const factors = model.dimensions.map(({ weight }, i) => (weights[i] ?? 0) / weight);
	return projects.map((project) => {
		const parts = project.won.map((won, i) => ({ won, observed: project.observed[i] ?? 0 }));
		const score = weightedScore(parts, factors);
		if (score === null) return { project, ring: null, score: null, movement: 'none' };
		const settled = ringWithBand(score, project.scoreRing, model.cut_offs, model.stability.band);
		const ring = gateRing(settled, project.gates);
		const by = ringIndex(ring) - ringIndex(project.ring);
		return { project, ring, score, movement: by < 0 ? 'in' : by > 0 ? 'out' : 'none' };
	});
}

export const officialWeights = ({ dimensions }: Pick<WhatIfModel, 'dimensions'>): number[] =>
	dimensions.map(({ weight }) => weight);

export function isOfficial(
	weights: readonly number[],
	model: Pick<WhatIfModel, 'dimensions'>
): boolean {
	const sum = total(weights);
	return officialWeights(model).every(
		(weight, i) => Math.abs((100 * (weights[i] ?? 0)) / sum - weight) < 1e-9
	);
}

/** 0 to 1 each. */
export function weightShares(weights: readonly number[]): number[] {
	const sum = total(weights);
	return weights.map((weight) => weight / sum);
}

const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

/** `30-20-20-15-10-5`: whole numbers 0 to 100; null when invalid. Never throws. */
export function weightsFromText(text: string | null, count: number): number[] | null {
	if (text === null || !/^\d{1,3}(-\d{1,3})*$/.test(text)) return null;
	const weights = text.split('-').map(Number);
	const usable =
		weights.length === count && weights.every((weight) => weight <= MOST) && total(weights) > 0;
	return usable ? weights : null;
}

export const textFromWeights = (weights: readonly number[]): string => weights.join('-');
