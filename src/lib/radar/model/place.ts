import type { StoredObservation } from '#lib/radar/observation/evidence.ts';
import { gatesThatHold } from './gates/gate-conditions.ts';
import { gatesAtOnce, settleGates, type GateMemory } from './gates/gate-nights.ts';
import { gateRing, applyGates } from './gates/gates.ts';
import { settleMonth, settleNight, type Memory } from './rings/hysteresis.ts';
import { momentumOf } from './momentum.ts';
import { nextRing } from './rings/next-ring.ts';
import type { Edition, GateAction, Placement } from './placement.ts';
import { ringOfScore } from './rings/rings.ts';
import { scoreProject } from './score.ts';
import { weightedScore } from './weighted-score.ts';
import { COMMUNITY } from './settings/dimensions.ts';
import { type Model } from './settings/model.ts';
import type { Subject } from './subject.ts';
import { weightDraws } from './weight-draws.ts';
import { withoutCncf } from './without-cncf.ts';
import { ringIndex, type Movement, type Ring } from '#lib/radar/words/vocabulary.ts';

export interface PlacedProject {
	placement: Placement;
	observationIds: number[];
}

export type Before = (Memory & GateMemory & Pick<Placement, 'ring'>) | null;

export interface Judge {
	model: Model;
	draws: number[][];
}

export const prepareModel = (model: Model): Judge => ({
	model,
	draws: weightDraws(model.dimensions.length, model.stability.draws, model.stability.sigma)
});

/** `isFirst`: nothing is new. `observations`: one repository, oldest first. */
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
		communityObserved: scored.dimensions.find(({ id }) => id === COMMUNITY)?.observed ?? 0
	};
	const holding = gatesThatHold(input, model);
	const night = edition.kind === 'night';
	const { inForce, pending: pendingGates } = night
		? settleGates(holding, before, edition.date, model)
		: gatesAtOnce(holding);
	const hasScore = inForce.every(({ effect }) => effect !== 'not-rated');
	const score = hasScore ? scored.score : null;
	const settle = night ? settleNight : settleMonth;
	const settled = score === null ? null : settle(score, before, edition.date, model);
	const heldByBand =
		settled !== null && score !== null && settled.scoreRing !== ringOfScore(score, model.cut_offs);
	const { ring, gates, notRated } = applyGates(settled?.scoreRing ?? null, inForce, heldByBand);
	const { momentum, observationIds } = momentumOf(observations, edition.date, model.momentum);
	const placement: Placement = {
		projectId: subject.projectId,
		editionId: edition.id,
		modelVersion: model.version,
		ring,
		score,
		scoreRing: settled?.scoreRing ?? null,
		heldByBand,
		notRated,
		confidence: scored.confidence,
		movement: movementOf(ring, before, isFirst),
		previousRing: before?.ring ?? null,
		dimensions: scored.dimensions,
		gates,
		pendingGates: ring === null ? [] : pendingGates,
		next:
			ring === null || score === null
				? null
				: nextRing(
						{
							ring,
							score,
							scoreRing: settled?.scoreRing ?? null,
							confidence: scored.confidence.share
						},
						scored.dimensions,
						gates,
						model,
						subject.foundation
					),
		withoutCncf:
			ring === null || score === null
				? null
				: withoutCncf(
						{ ring, score, held: before?.scoreRing ?? null },
						input,
						{ holding, inForce },
						model
					),
		momentum,
		stability:
			ring === null || score === null
				? null
				: ringStability(ring, scored.dimensions, gates, { model, draws }),
		smoothed: settled?.smoothed ?? null,
		pending: settled?.pending ?? null,
		// Not rated: forget the past.
		movedOn: settled === null ? null : hasMoved(ring, before) ? edition.date : settled.movedOn
	};
	const rested = new Set([...subject.evidence.restsOn, ...observationIds]);
	return { placement, observationIds: [...rested].sort((a, b) => a - b) };
}

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

const hasMoved = (ring: Ring | null, before: Before): boolean =>
	before !== null && before.ring !== null && before.ring !== ring;

/** Share of weight draws with this ring, after gates; draws ignore the band. */
function ringStability(
	ring: Ring,
	dimensions: Placement['dimensions'],
	gates: readonly GateAction[],
	{ model, draws }: Judge
): number {
	if (draws.length === 0) return 1;
	// Gate each ring once, not per draw.
	const adopt = gateRing('adopt', gates) === ring;
	const trial = gateRing('trial', gates) === ring;
	const assess = gateRing('assess', gates) === ring;
	if (adopt === trial && trial === assess) return adopt ? 1 : 0;
	const { cut_offs } = model;
	let same = 0;
	for (const factors of draws) {
		const drawn = weightedScore(dimensions, factors) ?? 0;
		if (drawn >= cut_offs.adopt ? adopt : drawn >= cut_offs.trial ? trial : assess) same++;
	}
	return same / draws.length;
}
