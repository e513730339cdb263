import type { StoredObservation } from './evidence.ts';
import { applyGates, gateRing } from './gates.ts';
import { settleMonth, settleNight, type Memory } from './hysteresis.ts';
import { momentumOf } from './momentum.ts';
import { nextRing } from './next-ring.ts';
import type { Edition, GateAction, Placement } from './placement.ts';
import { ringOfScore } from './rings.ts';
import { scoreOf, scoreProject } from './score.ts';
import type { Model } from './settings.ts';
import type { Subject } from './subject.ts';
import { weightDraws } from './weight-draws.ts';
import { ringIndex, type Movement, type Ring } from './vocabulary.ts';

/** A placement with the observations it rests on. */
export interface PlacedProject {
	placement: Placement;
	observationIds: number[];
}

/** What the same project was in the edition before; null when it did not stand there. */
export type Before = (Memory & Pick<Placement, 'ring'>) | null;

/** The model, made ready once for many projects. */
export interface Judge {
	model: Model;
	draws: number[][];
}

export const prepareModel = (model: Model): Judge => ({
	model,
	draws: weightDraws(model.dimensions.length, model.stability.draws, model.stability.sigma)
});

/**
 * Places one project in one edition, with everything that explains it.
 * `isFirst`: there is no edition before, so that nothing is new. `observations`: of its repository, oldest first.
 */
export function placeProject(
	subject: Subject,
	observations: readonly StoredObservation[],
	edition: Edition,
	before: Before,
	isFirst: boolean,
	{ model, draws }: Judge
): PlacedProject {
	const scored = scoreProject(subject, model);
	const input = {
		subject,
		confidence: scored.confidence.share,
		communityObserved: scored.dimensions.find(({ id }) => id === 'community')?.observed ?? 0
	};
	const settle = edition.kind === 'night' ? settleNight : settleMonth;
	const rated = applyGates('adopt', input, model).ring !== null && scored.score !== null;
	const settled =
		rated && scored.score !== null ? settle(scored.score, before, edition.date, model) : null;
	const { ring, gates, notRated } = applyGates(settled?.scoreRing ?? null, input, model);
	const score = ring === null ? null : scored.score;
	const placement: Placement = {
		projectId: subject.projectId,
		editionId: edition.id,
		modelVersion: model.version,
		ring,
		score,
		scoreRing: settled?.scoreRing ?? null,
		notRated,
		confidence: scored.confidence,
		movement: movementOf(ring, before, isFirst),
		previousRing: before?.ring ?? null,
		dimensions: scored.dimensions,
		gates,
		next:
			ring === null || score === null
				? null
				: nextRing(ring, score, scored.dimensions, gates, model),
		withoutCncf: score === null ? null : withoutCncf(subject, input, model),
		momentum: momentumOf(observations, edition.date, model.momentum),
		stability:
			score === null ? null : ringStability(score, scored.dimensions, gates, { model, draws }),
		smoothed: settled?.smoothed ?? null,
		pending: settled?.pending ?? null,
		// Not rated for a while: what was held before is forgotten, the raw score places it anew.
		movedOn: settled?.movedOn ?? null
	};
	return { placement, observationIds: scored.observationIds };
}

/** New: it did not stand in the edition before. In and out: it was rated there and here, in another ring. */
export function movementOf(
	ring: Ring | null,
	before: { ring: Ring | null } | null,
	isFirst: boolean
): Movement {
	if (isFirst) return 'none';
	if (before === null) return 'new';
	if (ring === null || before.ring === null || ring === before.ring) return 'none';
	return ringIndex(ring) < ringIndex(before.ring) ? 'in' : 'out';
}

/** The same project as if the CNCF had never taken it in. */
function withoutCncf(
	subject: Subject,
	input: Parameters<typeof applyGates>[1],
	model: Model
): Placement['withoutCncf'] {
	const outside = {
		...subject,
		maturity: subject.maturity === 'archived' ? subject.maturity : null
	};
	const scored = scoreProject(outside, model);
	if (scored.score === null) return null;
	const raw = ringOfScore(scored.score, model.cut_offs);
	const { ring } = applyGates(
		raw,
		{ ...input, subject: outside, confidence: scored.confidence.share },
		model
	);
	return ring === null ? null : { score: scored.score, ring };
}

/** Share of the weight draws that give the ring which the plain weights give, gates included. */
function ringStability(
	score: number,
	dimensions: Placement['dimensions'],
	gates: readonly GateAction[],
	{ model, draws }: Judge
): number {
	const own = gateRing(ringOfScore(score, model.cut_offs), gates);
	const same = draws.filter((factors) => {
		const drawn = scoreOf(dimensions, factors);
		return drawn !== null && gateRing(ringOfScore(drawn, model.cut_offs), gates) === own;
	});
	return draws.length === 0 ? 1 : same.length / draws.length;
}
