import { valueAt } from '#lib/radar/model/curves.ts';
import { gateLift } from '#lib/radar/model/gates/gate-lift.ts';
import type {
	DimensionPart,
	GateAction,
	MetricPart,
	NextRing
} from '#lib/radar/model/placement.ts';
import { cutOffsOf, enteredAt } from './ring-bounds.ts';
import { nextRingInward } from './rings.ts';
import type { MetricSetting } from '#lib/radar/model/settings/dimensions.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

/** Distance includes the band, 0 when only a gate blocks. Null from adopt. */
export function nextRing(
	{
		ring,
		score,
		scoreRing,
		confidence
	}: { ring: Ring; score: number; scoreRing: Ring | null; confidence: number },
	dimensions: readonly DimensionPart[],
	gates: readonly GateAction[],
	model: Model,
	foundation?: string
): NextRing | null {
	const next = nextRingInward(ring);
	if (next === null) return null;
	const stands =
		next === 'assess' || (scoreRing !== null && ringIndex(scoreRing) <= ringIndex(next));
	const distance = stands ? 0 : Math.max(0, enteredAt(next, cutOffsOf(model)) - score);
	const blocking = gates.filter(
		({ effect, ring: stop }) =>
			effect === 'hold' ||
			(effect === 'at-most' && stop !== null && ringIndex(stop) > ringIndex(next))
	);
	return {
		ring: next,
		distance,
		change: distance > 0 ? singleChange(distance, dimensions, model) : null,
		blockedBy: blocking.map(({ sentence }) => sentence),
		lifts: [
			...new Set(
				blocking.flatMap(
					(gate) => gateLift(gate, { confidence, dimensions }, model, foundation) ?? []
				)
			)
		]
	};
}

/** Smallest step on its own curve; null when no single change suffices. */
function singleChange(
	distance: number,
	dimensions: readonly DimensionPart[],
	model: Model
): NextRing['change'] {
	const observed = dimensions.reduce((total, dimension) => total + dimension.observed, 0);
	let best: { step: number; change: NonNullable<NextRing['change']> } | null = null;
	for (const [d, dimension] of dimensions.entries()) {
		for (const [m, part] of dimension.metrics.entries()) {
			const setting = model.dimensions[d]?.metrics[m];
			// Stars can be bought: never ask for them.
			if (setting?.id !== part.id || part.share === null || part.id === 'stars') continue;
			// A mean of kinds has no value to reach.
			if (part.kinds !== undefined) continue;
			const step = (distance * observed) / 100 / part.possible;
			if (part.share + step > 1) continue;
			// A word earns its whole share at once.
			const rise = setting.curve.kind === 'table' ? 1 - part.share : step;
			if (best !== null && best.step <= rise) continue;
			const sentence = describe(part, setting, part.share + step);
			if (sentence === null) continue;
			const gain = (100 * rise * part.possible) / observed;
			best = { step: rise, change: { metric: part.id, sentence, gain } };
		}
	}
	return best?.change ?? null;
}

function describe(part: MetricPart, setting: MetricSetting, share: number): string | null {
	const target = valueAt(setting.curve, share);
	if (target === null) return null;
	const label = setting.label.toLowerCase();
	if (typeof target === 'string') {
		return setting.curve.kind === 'table' && target === 'yes' ? setting.label : null;
	}
	const falls = typeof part.value === 'number' && target < part.value;
	const rounded = falls
		? Math.floor(target)
		: setting.unit === 'ratio'
			? Math.ceil(target * 100) / 100
			: Math.ceil(target);
	if (part.id === 'release-age') return `A stable release in the last ${plural(rounded, 'day')}`;
	return `${label}: ${countText(rounded)} instead of ${countText(Number(part.value))}`;
}
