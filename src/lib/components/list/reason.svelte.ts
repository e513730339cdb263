import type { Hit } from '#lib/radar/search.ts';

/** Why one row was found; undefined when it was not, or needs no saying. */
export class Reason {
	hit = $state.raw<Hit | undefined>();
}
