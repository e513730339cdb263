import type { Alternative } from './alternatives.ts';
import type { KnownCarriedBy } from './carried-by.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CitedSource } from '#lib/radar/observation/source-address.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { CategorySetting, RingSetting } from '#lib/radar/model/settings/drawing.ts';
import type { Curve } from '#lib/radar/model/settings/curve.ts';
import type { Day, Maturity, Movement, LandscapePath, Ring } from '#lib/radar/words/vocabulary.ts';

export interface EditionSegment extends CategorySetting {
	subcategories: string[];
}

export interface EditionPage {
	title: string;
	/** "Unofficial; computed, not voted." */
	notice: string;
	edition: Edition;
	/** Oldest first. */
	editions: Pick<Edition, 'id' | 'date' | 'kind'>[];
	rings: RingSetting[];
	segments: EditionSegment[];
	/** In chart units. */
	blipRadius: number;
	blips: Blip[];
	/** Projects only in the previous edition. */
	left: { id: string; name: string; previousRing: Ring | null }[];
}

export interface HistoryPoint {
	edition: string;
	date: Day;
	ring: Ring | null;
	score: number | null;
	movement: Movement;
	/** Absent for the same ring. */
	reason?: string;
	lacksData?: true;
}

/** Placement published elsewhere; never part of the score. */
export interface ExpertPlacement {
	ring: Ring;
	source: string;
	/** `YYYY-MM` */
	date: string;
	/** True for a digest instead of the report itself. */
	secondary: boolean;
}

export interface ProjectPage {
	id: string;
	name: string;
	homepage: string | null;
	repository: string | null;
	repositoryUrl: string | null;
	paths: LandscapePath[];
	maturity: Maturity | null;
	cncf: {
		accepted: Day | null;
		incubating: Day | null;
		graduated: Day | null;
		archived: Day | null;
	};
	edition: Edition;
	/** Null when the project is not in the edition. */
	placement: Placement | null;
	blip: Blip | null;
	/** Newest known values outside the score. */
	observed: { field: string; value: unknown; observedOn: Day; source: string; mirror: boolean }[];
	/** Oldest first. */
	history: HistoryPoint[];
	/** Monthly, oldest first; null where not observed. */
	series: {
		date: Day;
		commits90d: number | null;
		authors365d: number | null;
		stableReleaseDays365d: number | null;
		stars: number | null;
	}[];
	experts: ExpertPlacement[];
	/** Null when the project is not in the edition. */
	carriedBy: KnownCarriedBy | null;
	/** Empty unless in hold or falling. */
	alternatives: Alternative[];
	related: { id: string; name: string; ring: Ring | null }[];
	/** By sub-metric id. */
	references: Record<string, Curve>;
	cutOffs: CutOffs;
	/** By id. */
	sources: Record<string, CitedSource>;
}
