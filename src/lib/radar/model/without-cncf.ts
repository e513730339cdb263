import { gatesThatHold, type GateHit, type GateInput } from './gates/gate-conditions.ts';
import { applyGates } from './gates/gates.ts';
import type { Placement } from './placement.ts';
import { ringWithBand } from './rings/rings.ts';
import { scoreProject } from './score.ts';
import type { GateId } from './gates/gate-ids.ts';
import type { Model } from './settings/model.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** As if outside the CNCF; null when not rated then. */
export function withoutCncf(
	{ ring, score, held }: { ring: Ring; score: number; held: Ring | null },
	input: GateInput,
	{ holding, inForce }: { holding: readonly GateHit[]; inForce: readonly GateHit[] },
	model: Model
): Placement['withoutCncf'] {
	const { subject } = input;
	if (subject.maturity === null || subject.maturity === 'archived') return { score, ring };
	const outside = { ...subject, maturity: null };
	const scored = scoreProject(outside, model);
	if (scored.score === null) return null;
	const settled = ringWithBand(scored.score, held, model.cut_offs, model.stability.band);
	const hits = gatesThatHold(
		{ ...input, subject: outside, confidence: scored.confidence.share },
		model
	);
	// Gates unaffected by the CNCF keep waiting.
	const has = (list: readonly GateHit[], id: GateId) => list.some((hit) => hit.id === id);
	const acting = model.gates.flatMap(({ id, waits }): GateHit[] => {
		const alike = waits && has(hits, id) === has(holding, id);
		return (alike ? inForce : hits).filter((hit) => hit.id === id);
	});
	const without = applyGates(settled, acting);
	return without.ring === null ? null : { score: scored.score, ring: without.ring };
}
