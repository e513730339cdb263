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
	if (isHeld({ gates })) return ['A limit keeps it in Hold, whatever the score.', ...lifts];
	const distance = distanceText(next, score ?? 0, cutOffs);
	if (distance === null) {
		return blockedBy.length === 0
			? [`The score is enough for ${to}, once it has stayed there.`]
			: [`The score is enough for ${to}; a limit keeps it out.`, ...lifts];
	}
	const brought = change && `${change.sentence} (+${gainText(change.gain)}).`;
	if (blockedBy.length === 0) {
		return [
			distance,
			brought
				? `One improvement would be enough: ${brought}`
				: 'No single improvement would be enough.'
		];
	}
	return [
		`Two things keep it from ${to}: points, and ${blockedBy.length === 1 ? 'one limit' : 'limits'}.`,
		distance,
		brought
			? `One improvement would bring the points: ${brought}`
			: 'No single improvement would be enough.',
		...besideTheirLifts(blockedBy, lifts)
	];
}

const besideTheirLifts = (blockedBy: NextRing['blockedBy'], lifts: readonly string[]): string[] =>
	blockedBy.length === lifts.length
		? blockedBy.flatMap((sentence, i) => [sentence, lifts[i] ?? ''])
		: [...blockedBy, ...lifts];
