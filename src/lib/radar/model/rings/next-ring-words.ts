import type { NextRing, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from './ring-bounds.ts';
import { distanceText, gainText } from './ring-bounds-words.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';

/** In hold by a fact, whatever the score. */
export const isHeld = ({ gates }: Pick<Placement, 'gates'>): boolean =>
	gates.some(({ effect, acted }) => effect === 'hold' && acted);

/** Empty without a next ring or a score. */
export function nextRingSentences(
	{ next, score, gates }: Pick<Placement, 'next' | 'score' | 'gates'>,
	cutOffs: CutOffs
): string[] {
	if (next === null) return [];
	const { ring, change, blockedBy, lifts = [] } = next;
	const to = RING_WORDS[ring];
	if (isHeld({ gates })) return ['A gate holds it in Hold, whatever the score.', ...lifts];
	const distance = distanceText(next, score ?? 0, cutOffs);
	if (distance === null) {
		return blockedBy.length === 0
			? [`The score is enough for ${to}, once it has stayed there.`]
			: [`The score is enough for ${to}; a gate stands in the way.`, ...lifts];
	}
	const brought = change && `${change.sentence} (+${gainText(change.gain)}).`;
	if (blockedBy.length === 0) {
		return [
			distance,
			brought ? `One change would do: ${brought}` : 'No single change closes that.'
		];
	}
	return [
		`${to} asks for both, points and the lifting of ${blockedBy.length === 1 ? 'a gate' : 'gates'}.`,
		distance,
		brought ? `One change would bring them: ${brought}` : 'No single change brings them.',
		...besideTheirLifts(blockedBy, lifts)
	];
}

const besideTheirLifts = (blockedBy: NextRing['blockedBy'], lifts: readonly string[]): string[] =>
	blockedBy.length === lifts.length
		? blockedBy.flatMap((sentence, i) => [sentence, lifts[i] ?? ''])
		: [...blockedBy, ...lifts];
