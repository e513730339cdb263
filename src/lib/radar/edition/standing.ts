import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings.ts';
import type { Source } from '#lib/radar/observation/sources.ts';

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
	/** Of the model that placed them. */
	cutOffs: CutOffs;
	/** Of that model: the weights, and the curves of the metrics. */
	dimensions: Model['dimensions'];
	/** Every source, by id. */
	sources: Record<string, Pick<Source, 'name' | 'url' | 'kind'>>;
}
