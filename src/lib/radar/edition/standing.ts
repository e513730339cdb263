import type { KnownCarriedBy } from './carried-by.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Source } from '#lib/radar/observation/sources.ts';

export interface Standing {
	blip: Blip;
	placement: Placement;
	homepage: string | null;
	carriedBy: KnownCarriedBy;
}

export interface EditionStandings {
	edition: Edition;
	standings: Standing[];
	/** Cut-offs of the model behind these placements. */
	cutOffs: CutOffs;
	dimensions: Model['dimensions'];
	sources: Record<string, Pick<Source, 'name' | 'url' | 'kind'>>;
}
