import type { Blip } from '#lib/radar/model/placement.ts';
import { stayed } from './stayed.ts';
import { MOVEMENT_WORDS } from '#lib/radar/words/words.ts';

type Moved = Pick<Blip, 'movement' | 'ring' | 'previousRing'>;

export const lostItsRing = ({ movement, ring, previousRing }: Moved): boolean =>
	movement === 'none' && ring === null && previousRing !== null;

/** Null without a previous ring to compare. */
export function movementText(blip: Moved): string | null {
	if (blip.movement !== 'none' || stayed(blip)) return MOVEMENT_WORDS[blip.movement];
	return lostItsRing(blip) ? 'Rating lost' : null;
}
