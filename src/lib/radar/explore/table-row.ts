import type { Blip, Placement } from '#lib/radar/model/placement.ts';
import type { Model } from '#lib/radar/model/settings.ts';
import { shownScore } from '#lib/radar/words/shown-score.ts';
import type { Day, Ring } from '#lib/radar/words/vocabulary.ts';

/** A project as a row: everything that the exports hold, short enough for a thousand rows. */
export interface TableRow extends Blip {
	homepage: string | null;
	/** 0 to 1. */
	confidenceShare: number;
	/** Median of the logarithms of the ratios; null when too little was seen. */
	momentum: number | null;
	/** Share of weight draws that give the same ring; null when not rated. */
	stability: number | null;
	withoutCncf: { score: number; ring: Ring } | null;
	/** Ids of the gates that changed the ring. */
	gates: string[];
	/** Points won by dimension, in the model's order; null where nothing was observed. */
	won: (number | null)[];
	/** Raw values by metric, in the model's order; null where there is none. */
	values: (number | string | null)[];
	/** When each of the values was observed; null where there is none. */
	days: (Day | null)[];
}

/** The dimensions and metrics whose points and values stand in a row, in that order. */
export interface RowModel {
	dimensions: { id: string; label: string; weight: number }[];
	metrics: { id: string; label: string; unit: string }[];
}

/** What of a model names the columns. */
export const rowModel = ({ dimensions }: Pick<Model, 'dimensions'>): RowModel => ({
	dimensions: dimensions.map(({ id, label, weight }) => ({ id, label, weight })),
	metrics: dimensions.flatMap(({ metrics }) =>
		metrics.map(({ id, label, unit }) => ({ id, label, unit }))
	)
});

/** Makes a project's row. */
export function tableRow(
	{ blip, placement, homepage }: { blip: Blip; placement: Placement; homepage: string | null },
	model: RowModel
): TableRow {
	const dimensions = new Map(placement.dimensions.map((part) => [part.id, part]));
	const metrics = new Map(
		placement.dimensions.flatMap((part) => part.metrics.map((metric) => [metric.id, metric]))
	);
	return {
		...blip,
		homepage,
		confidenceShare: hundredth(placement.confidence.share),
		momentum: placement.momentum.value && hundredth(placement.momentum.value),
		stability: placement.stability,
		withoutCncf: placement.withoutCncf && {
			score: shownScore(placement.withoutCncf.score),
			ring: placement.withoutCncf.ring
		},
		gates: placement.gates.filter(({ acted }) => acted).map(({ id }) => id),
		won: model.dimensions.map(({ id }) => {
			const part = dimensions.get(id);
			return part === undefined || part.observed === 0 ? null : tenth(part.won);
		}),
		values: model.metrics.map(({ id }) => {
			const value = metrics.get(id)?.value ?? null;
			return typeof value === 'number' ? hundredth(value) : value;
		}),
		days: model.metrics.map(({ id }) => metrics.get(id)?.observedOn ?? null)
	};
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;
