import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** White text on them has a contrast of at least 4.5 : 1. */
export const RING_COLOURS: Record<Ring, string> = {
	adopt: '#00695c',
	trial: '#0b62a8',
	assess: '#8a5a00',
	hold: '#a3352b'
};
