import type { Alternative } from './alternatives.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { CategorySetting, Curve, RingSetting } from '#lib/radar/model/settings.ts';
import type { Day, Maturity, Movement, Path, Ring } from '#lib/radar/words/vocabulary.ts';

/** A segment of the drawing with the boxes it holds, in the order in which they are drawn. */
export interface SegmentView extends CategorySetting {
	subcategories: string[];
}

/** Everything the radar page needs of one edition: what the server sends, and all that the browser holds. */
export interface EditionView {
	title: string;
	/** "Unofficial; computed, not voted." */
	notice: string;
	edition: Edition;
	/** All editions, oldest first. */
	editions: Pick<Edition, 'id' | 'date' | 'kind'>[];
	rings: RingSetting[];
	segments: SegmentView[];
	/** Radius of every blip, in the radar's units. */
	blipRadius: number;
	/** Every project of the edition, rated or not, sorted by name. */
	blips: Blip[];
	/** Projects of the edition before that stand here no more. */
	left: { id: string; name: string; previousRing: Ring | null }[];
}

/** A project's place in one edition of its history. */
export interface HistoryPoint {
	edition: string;
	date: Day;
	ring: Ring | null;
	score: number | null;
	movement: Movement;
	/** Why the ring is another one than in the edition before; absent where it is the same. */
	reason?: string;
	/** It moved out for lack of data alone. */
	lacksData?: true;
}

/** A published placement by others; shown beside ours, never fed into the score. */
export interface ExpertPlacement {
	ring: Ring;
	source: string;
	/** `YYYY-MM`. */
	date: string;
	/** True when it rests on a digest, not on the report itself. */
	secondary: boolean;
}

/** Everything known of one project in one edition: the panel, the project page and the API show the same. */
export interface ProjectView {
	id: string;
	name: string;
	homepage: string | null;
	repository: string | null;
	repositoryUrl: string | null;
	paths: Path[];
	maturity: Maturity | null;
	/** Dates of the CNCF ladder, where filed. */
	cncf: {
		accepted: Day | null;
		incubating: Day | null;
		graduated: Day | null;
		archived: Day | null;
	};
	edition: Edition;
	/** Null when the project does not stand in the edition. */
	placement: Placement | null;
	/** The project's blip in the edition; null when it does not stand in it. */
	blip: Blip | null;
	/** Observed values beside the score's own: newest first known value of every field, with day and source. */
	observed: { field: string; value: unknown; observedOn: Day; source: string; mirror: boolean }[];
	/** Oldest first. */
	history: HistoryPoint[];
	/** Month by month, oldest first; null where it was not observed. */
	series: {
		date: Day;
		commits90d: number | null;
		authors365d: number | null;
		stableReleaseDays365d: number | null;
		stars: number | null;
	}[];
	experts: ExpertPlacement[];
	/** The best placed of the same boxes; none unless the project is in hold or falling. */
	alternatives: Alternative[];
	/** Projects of the same boxes. */
	related: { id: string; name: string; ring: Ring | null }[];
	/** The curve by which every sub-metric of the model turns a value into a share of its points, by id. */
	references: Record<string, Curve>;
	/** Where the rings begin, and the band either side. */
	cutOffs: CutOffs;
	/** Names and addresses of the sources that are cited above, by id; `isRepository`: the address is the project's own repository. */
	sources: Record<string, { name: string; url: string; isRepository?: true }>;
}
