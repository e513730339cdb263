import type { Distribution } from './report.ts';
import type { Sample } from './sample.ts';
import { quantile } from './statistics.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** Sub-metrics over rated projects, model order. */
export function distributions({ rated, model }: Sample): Distribution[] {
	return model.dimensions.flatMap(({ metrics }) =>
		metrics.map(({ id, label, points }): Distribution => {
			const parts = rated.flatMap(({ placement }) =>
				placement.dimensions.flatMap((dimension) => dimension.metrics.filter((m) => m.id === id))
			);
			const shares = parts.flatMap(({ share }) => (share === null ? [] : [share]));
			const part = (test: (share: number) => boolean) =>
				shares.length === 0 ? 0 : rounded(shares.filter(test).length / shares.length, 3);
			const at = (p: number) => rounded(quantile(shares, p), 3);
			return {
				id,
				label,
				points,
				observed: shares.length,
				unknown: parts.filter(({ state }) => state === 'unknown').length,
				notApplicable: parts.filter(({ state }) => state === 'not-applicable').length,
				quartiles: shares.length === 0 ? null : [at(0), at(0.25), at(0.5), at(0.75), at(1)],
				atFloor: part((share) => share === 0),
				atCeiling: part((share) => share === 1)
			};
		})
	);
}

/** Steps of five points; 100 counts in the last. */
export function scoreHistogram({ rated }: Sample): number[] {
	const steps = new Array<number>(20).fill(0);
	for (const { placement } of rated) {
		const step = Math.min(19, Math.floor(placement.score / 5));
		steps[step] = (steps[step] ?? 0) + 1;
	}
	return steps;
}
