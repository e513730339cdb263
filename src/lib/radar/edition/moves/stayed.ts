import type { Blip } from '#lib/radar/model/placement.ts';

/**
 * Whether a project is rated now, was before, and holds the same ring. A movement of `none` alone does not say so: whoever
 * has no ring on one of the two sides did not move either.
 */
export const stayed = ({
	movement,
	ring,
	previousRing
}: Pick<Blip, 'movement' | 'ring' | 'previousRing'>): boolean =>
	movement === 'none' && ring !== null && ring === previousRing;
