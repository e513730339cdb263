import type { Blip } from '#lib/radar/model/placement.ts';

/** A movement of `none` does not imply it: that also covers a missing ring. */
export const stayed = ({
	movement,
	ring,
	previousRing
}: Pick<Blip, 'movement' | 'ring' | 'previousRing'>): boolean =>
	movement === 'none' && ring !== null && ring === previousRing;
