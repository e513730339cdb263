import { gateRing } from '#lib/radar/model/gates/gates.ts';
import type { MetricPart } from '#lib/radar/model/placement.ts';
import { ringOfScore, ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { weightDraws } from '#lib/radar/model/weight-draws.ts';
import { figure, type Check } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import { quantile } from './statistics.ts';

const BAR_DRAWS = 0.1;
const BAR_DROPPED = 0.9;

/** Do other weights change the result? */
export function checkWeights({ rated, model }: Sample): Check {
	const { draws, sigma } = model.stability;
	const shares = weightDraws(model.dimensions.length, draws, sigma).map(
		(factors) =>
			rated.filter(
				({ placement }) =>
					ringAt(placement, weightedScore(placement.dimensions, factors), model) !==
					ringAt(placement, placement.score, model)
			).length / rated.length
	);
	const passed = quantile(shares, 0.5) <= BAR_DRAWS;
	return {
		id: 'weights',
		title: `${draws} draws of other weights (lognormal, sigma ${sigma})`,
		accept: 'in the median draw at most 10% of the rings change',
		passed,
		finding: passed
			? 'Other weights would have changed few rings.'
			: 'Other weights would have changed more rings than is acceptable.',
		figures: [
			figure('Rings changed, median draw', 'share', quantile(shares, 0.5), { of: rated.length }),
			figure('Rings changed, worst 5% of draws', 'share', quantile(shares, 0.95), {
				of: rated.length
			})
		]
	};
}

/** Does a ring depend on one sub-metric? Drops each observed one in turn. */
export function checkDropped({ rated, model }: Sample): Check {
	const byMetric = new Map<string, { label: string; same: number; sameBare: number; of: number }>();
	for (const { placement } of rated) {
		const bare = ringAt(placement, placement.score, model);
		for (const dimension of placement.dimensions) {
			for (const part of dimension.metrics) {
				if (part.state !== 'observed') continue;
				const entry = byMetric.get(part.id) ?? { label: part.label, same: 0, sameBare: 0, of: 0 };
				entry.of += 1;
				const without = scoreWithout(placement, dimension.id, part);
				if (ringWithout(placement, without, part, model) === placement.ring) entry.same += 1;
				if (ringAt(placement, without, model) === bare) entry.sameBare += 1;
				byMetric.set(part.id, entry);
			}
		}
	}
	const entries = [...byMetric.values()];
	const of = sum(entries.map((entry) => entry.of));
	const unchanged = sum(entries.map(({ same }) => same)) / of;
	const worst = [...entries].sort((a, b) => a.same / a.of - b.same / b.of).slice(0, 3);
	const passed = unchanged >= BAR_DROPPED;
	return {
		id: 'dropped-metric',
		title: 'One sub-metric goes missing',
		accept: 'at least 90% of the rings unchanged',
		passed,
		finding: passed
			? 'Few rings hang on a single sub-metric: the band holds most of them where they are.'
			: 'Too many rings hang on a single sub-metric.',
		figures: [
			figure('Rings unchanged, each sub-metric of each project once', 'share', unchanged, { of }),
			figure(
				'The same with bare cut-offs, without the band',
				'share',
				sum(entries.map(({ sameBare }) => sameBare)) / of,
				{ of }
			),
			...worst.map(({ label, same, of: seen }) =>
				figure(`Without ${label.toLowerCase()}`, 'share', same / seen, { of: seen })
			)
		]
	};
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

const scoreWithout = (
	{ dimensions }: RatedProject['placement'],
	dimensionId: string,
	part: MetricPart
): number | null =>
	weightedScore(
		dimensions.map((d) =>
			d.id === dimensionId
				? { ...d, won: d.won - (part.won ?? 0), observed: d.observed - part.possible }
				: d
		)
	);

/** Ring without a sub-metric: the band holds, confidence falls, gates may close. */
function ringWithout(
	{ scoreRing, gates, confidence, dimensions }: RatedProject['placement'],
	score: number | null,
	part: MetricPart,
	{ cut_offs, stability, thresholds }: Sample['model']
): Ring | null {
	if (score === null) return null;
	const observed = sum(dimensions.map((dimension) => dimension.observed));
	const left = confidence.share * (1 - part.possible / observed);
	if (left < thresholds.not_rated_below_confidence) return null;
	const unsure = left < thresholds.trial_at_most_below_confidence;
	return gateRing(ringWithBand(score, scoreRing, cut_offs, stability.band), [
		...gates,
		...(unsure ? [{ effect: 'at-most' as const, ring: 'trial' as const }] : [])
	]);
}

/** Under the project's own gates, without the band. */
const ringAt = (
	{ gates }: RatedProject['placement'],
	score: number | null,
	{ cut_offs }: Sample['model']
) => (score === null ? null : gateRing(ringOfScore(score, cut_offs), gates));
