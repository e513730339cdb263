import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** Colours of the rings where a tool or a badge asks for one: white text on them reads at 4.5 : 1 or better. */
export const RING_COLOURS: Record<Ring, string> = {
	adopt: '#00695c',
	trial: '#0b62a8',
	assess: '#8a5a00',
	hold: '#a3352b'
};
