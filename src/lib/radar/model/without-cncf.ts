import { gatesThatHold, type GateHit, type GateInput } from './gates/gate-conditions.ts';
import { applyGates } from './gates/gates.ts';
import type { Placement } from './placement.ts';
import { ringWithBand } from './rings.ts';
import { scoreProject } from './score.ts';
import type { GateId, Model } from './settings.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/**
 * The same project as if the CNCF had never taken it in; null when it would not be rated then.
 * `holding` and `inForce`: the gates whose conditions hold, and those that act.
 */
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
	// From where it stood before, with the band, as the ring beside which it is shown.
	const settled = ringWithBand(scored.score, held, model.cut_offs, model.stability.band);
	const hits = gatesThatHold(
		{ ...input, subject: outside, confidence: scored.confidence.share },
		model
	);
	// What holds alike with and without the CNCF waits as it waits there.
	const has = (list: readonly GateHit[], id: GateId) => list.some((hit) => hit.id === id);
	const acting = model.gates.flatMap(({ id, waits }): GateHit[] => {
		const alike = waits && has(hits, id) === has(holding, id);
		return (alike ? inForce : hits).filter((hit) => hit.id === id);
	});
	const without = applyGates(settled, acting);
	return without.ring === null ? null : { score: scored.score, ring: without.ring };
}
