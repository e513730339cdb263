import { daysBetween } from '#lib/radar/words/days.ts';
import type { PendingMove, Placement } from '#lib/radar/model/placement.ts';
import { ringOfScore, ringWithBand } from './rings.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { RINGS, ringIndex, type Day, type Ring } from '#lib/radar/words/vocabulary.ts';

export type Memory = Pick<Placement, 'scoreRing' | 'smoothed' | 'pending' | 'movedOn'>;

export interface Settled {
	scoreRing: Ring;
	smoothed: number | null;
	pending: PendingMove | null;
	movedOn: Day | null;
}

/** Months rebuilt from history use the band alone. */
export function settleMonth(
	score: number,
	before: Memory | null,
	on: Day,
	model: Pick<Model, 'cut_offs' | 'stability'>
): Settled {
	const held = before?.scoreRing ?? null;
	const scoreRing = ringWithBand(score, held, model.cut_offs, model.stability.band);
	const moved = held !== null && held !== scoreRing;
	return {
		scoreRing,
		smoothed: null,
		pending: null,
		movedOn: moved ? on : (before?.movedOn ?? null)
	};
}

/** EMA, band, nights in a row; one ring a move, then a pause. The first placement uses the raw score. */
export function settleNight(
	score: number,
	before: Memory | null,
	on: Day,
	model: Pick<Model, 'cut_offs' | 'stability'>
): Settled {
	const rules = model.stability;
	const held = before?.scoreRing ?? null;
	if (before === null || held === null) {
		return {
			scoreRing: ringOfScore(score, model.cut_offs),
			smoothed: score,
			pending: null,
			movedOn: null
		};
	}
	const last = before.smoothed ?? score;
	const smoothed = last + rules.ema_alpha * (score - last);
	const wanted = ringWithBand(smoothed, held, model.cut_offs, rules.band);
	const still = { scoreRing: held, smoothed, pending: null, movedOn: before.movedOn };
	if (wanted === held) return still;
	const inward = ringIndex(wanted) < ringIndex(held);
	const to = RINGS[ringIndex(held) + (inward ? -1 : 1)] ?? held;
	const of = inward ? rules.nights_in : rules.nights_out;
	const night = before.pending?.to === to ? before.pending.night + 1 : 1;
	const resting =
		before.movedOn !== null && daysBetween(before.movedOn, on) < rules.nights_between_moves;
	if (night < of || resting) return { ...still, pending: { to, night: Math.min(night, of), of } };
	return { scoreRing: to, smoothed, pending: null, movedOn: on };
}
