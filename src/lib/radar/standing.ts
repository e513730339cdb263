import type { Blip, Placement } from './placement.ts';

/** A project's standing in an edition, with its whole placement. */
export interface Standing {
	blip: Blip;
	placement: Placement;
	homepage: string | null;
}
