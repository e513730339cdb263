import type { Blip } from '#lib/radar/model/placement.ts';

/** What a blip itself tells of its last move. */
export type Moved = Pick<Blip, 'movement' | 'ring' | 'previousRing'>;

/** A movement of `none` does not imply it: that also covers a missing ring. */
export const stayed = ({ movement, ring, previousRing }: Moved): boolean =>
	movement === 'none' && ring !== null && ring === previousRing;
