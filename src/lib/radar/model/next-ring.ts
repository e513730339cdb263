import { valueAt } from './curves.ts';
import { gateLift } from './gates/gate-lift.ts';
import type { DimensionPart, GateAction, MetricPart, NextRing } from './placement.ts';
import { cutOffsOf, enteredAt } from './ring-bounds.ts';
import { nextRingInward } from './rings.ts';
import type { MetricSetting, Model } from './settings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { countText, plural } from '#lib/radar/words/words.ts';

/**
 * How far the next ring towards the centre is, the one change that would reach it, and what would still stop it.
 * Null from adopt. The distance counts the band, which a project has to pass to move; it is 0 where the score stands
 * there already and only a gate is in the way. `scoreRing`: what the score alone says, settled.
 */
export function nextRing(
	{
		ring,
		score,
		scoreRing,
		confidence
	}: { ring: Ring; score: number; scoreRing: Ring | null; confidence: number },
	dimensions: readonly DimensionPart[],
	gates: readonly GateAction[],
	model: Model
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
				blocking.flatMap((gate) => gateLift(gate, { confidence, dimensions }, model) ?? [])
			)
		]
	};
}

/** The change that asks for the smallest step on its own curve; null when no single one is enough. */
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
			// Stars are for sale: the page never asks for them.
			if (setting?.id !== part.id || part.share === null || part.id === 'stars') continue;
			const step = (distance * observed) / 100 / part.possible;
			if (part.share + step > 1) continue;
			// A word of a table wins all it is worth at once.
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
