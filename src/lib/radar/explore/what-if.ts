import { gateRing } from '#lib/radar/model/gates/gates.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import { ringWithBand } from '#lib/radar/model/rings.ts';
import { shownScore } from '#lib/radar/words/shown-score.ts';
import { scoreOf } from '#lib/radar/model/total-score.ts';
import type { Model } from '#lib/radar/model/settings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** What it takes to give a rated project its ring under other weights. */
export interface WhatIfProject {
	id: string;
	name: string;
	/** Segment. */
	category: string;
	/** The official ring and score, and what the score alone says. */
	ring: Ring;
	score: number;
	scoreRing: Ring;
	/** Points won and points observed, dimension by dimension, in the order of the model. */
	won: number[];
	observed: number[];
	gates: Pick<GateAction, 'effect' | 'ring'>[];
}

/** The model, as far as other weights ask for it. */
export type WhatIfModel = Pick<Model, 'cut_offs' | 'stability'> & {
	dimensions: readonly Pick<Model['dimensions'][number], 'id' | 'label' | 'weight'>[];
};

/** A project under other weights, its official standing beside it. */
export interface Rerung {
	project: WhatIfProject;
	/** Null: nothing that still counts was observed. */
	ring: Ring | null;
	score: number | null;
	/** Where to, seen from the official ring. */
	movement: 'in' | 'out' | 'none';
}

const MOST = 100;
/** Digits of the points that are sent: far below what is shown. */
const ROUNDING = 10_000;
const rounded = (value: number) => Math.round(value * ROUNDING) / ROUNDING;

/** The part of a placement that other weights ask for; null when it is not rated. */
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

/**
 * Every project under other weights, by the same code that gives the official rings: the score anew, the band around
 * the cut-offs, the gates. The official weights give the official rings.
 * `weights`: one a dimension, 0 to 100, not all 0; only their proportions count.
 */
export function rering(
	projects: readonly WhatIfProject[],
	weights: readonly number[],
	model: WhatIfModel
): Rerung[] {
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
		const score = scoreOf(parts, factors);
		if (score === null) return { project, ring: null, score: null, movement: 'none' };
		const settled = ringWithBand(score, project.scoreRing, model.cut_offs, model.stability.band);
		const ring = gateRing(settled, project.gates);
		const by = ringIndex(ring) - ringIndex(project.ring);
		return { project, ring, score, movement: by < 0 ? 'in' : by > 0 ? 'out' : 'none' };
	});
}

export const officialWeights = ({ dimensions }: Pick<WhatIfModel, 'dimensions'>): number[] =>
	dimensions.map(({ weight }) => weight);

/** The same proportions as the model's own. */
export function isOfficial(
	weights: readonly number[],
	model: Pick<WhatIfModel, 'dimensions'>
): boolean {
	const sum = total(weights);
	return officialWeights(model).every(
		(weight, i) => Math.abs((100 * (weights[i] ?? 0)) / sum - weight) < 1e-9
	);
}

/** The share of each weight of all, 0 to 1. */
export function weightShares(weights: readonly number[]): number[] {
	const sum = total(weights);
	return weights.map((weight) => weight / sum);
}

const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

/**
 * Weights out of an address, `30-20-20-15-10-5`; null when they are none: too few or too many, no whole numbers from 0
 * to 100, or all 0. Never throws.
 */
export function weightsFromText(text: string | null, count: number): number[] | null {
	if (text === null || !/^\d{1,3}(-\d{1,3})*$/.test(text)) return null;
	const weights = text.split('-').map(Number);
	const usable =
		weights.length === count && weights.every((weight) => weight <= MOST) && total(weights) > 0;
	return usable ? weights : null;
}

/** Weights as they stand in an address. */
export const textFromWeights = (weights: readonly number[]): string => weights.join('-');
