import type { ProjectView } from './page-data.ts';
import type { Blip, Edition, Placement } from './placement.ts';

/** A project's standing in an edition, with its whole placement. */
export interface Standing {
	blip: Blip;
	placement: Placement;
	homepage: string | null;
}

/** An edition with everything that stands in it. */
export interface EditionStandings {
	edition: Edition;
	standings: Standing[];
	/** Names and addresses of every source, by id. */
	sources: ProjectView['sources'];
}
