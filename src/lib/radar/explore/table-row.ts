import type { Blip, Placement } from '#lib/radar/model/placement.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { shownScore, rounded } from '#lib/radar/words/numbers.ts';
import type { Day, Ring } from '#lib/radar/words/vocabulary.ts';

export interface TableRow extends Blip {
	homepage: string | null;
	/** Other radars' rings in one line; null where none places it. */
	others: string | null;
	/** 0 to 1. */
	confidenceShare: number;
	/** Median log ratio; null with too few observations. */
	momentum: number | null;
	/** Share of weight draws with the same ring; null when not rated. */
	stability: number | null;
	withoutCncf: { score: number; ring: Ring } | null;
	gates: string[];
	/** Points, model order; null when not observed. */
	won: (number | null)[];
	/** Model order; null when missing. */
	values: (number | string | null)[];
	days: (Day | null)[];
}

export interface RowModel {
	dimensions: { id: string; label: string; weight: number }[];
	metrics: { id: string; label: string; unit: string }[];
}

export const rowModel = ({ dimensions }: Pick<Model, 'dimensions'>): RowModel => ({
	dimensions: dimensions.map(({ id, label, weight }) => ({ id, label, weight })),
	metrics: dimensions.flatMap(({ metrics }) =>
		metrics.map(({ id, label, unit }) => ({ id, label, unit }))
	)
});

export function tableRow(
	{ blip, placement, homepage }: { blip: Blip; placement: Placement; homepage: string | null },
	model: RowModel,
	others: string | null = null
): TableRow {
	const dimensions = new Map(placement.dimensions.map((part) => [part.id, part]));
	const metrics = new Map(
		placement.dimensions.flatMap((part) => part.metrics.map((metric) => [metric.id, metric]))
	);
	return {
		...blip,
		homepage,
		others,
		confidenceShare: rounded(placement.confidence.share, 2),
		momentum: placement.momentum.value && rounded(placement.momentum.value, 2),
		stability: placement.stability,
		withoutCncf: placement.withoutCncf && {
			score: shownScore(placement.withoutCncf.score),
			ring: placement.withoutCncf.ring
		},
		gates: placement.gates.filter(({ acted }) => acted).map(({ id }) => id),
		won: model.dimensions.map(({ id }) => {
			const part = dimensions.get(id);
			return part === undefined || part.observed === 0 ? null : rounded(part.won, 1);
		}),
		values: model.metrics.map(({ id }) => {
			const value = metrics.get(id)?.value ?? null;
			return typeof value === 'number' ? rounded(value, 2) : value;
		}),
		days: model.metrics.map(({ id }) => metrics.get(id)?.observedOn ?? null)
	};
}
