import type { GateId } from './settings.ts';
import type {
	ConfidenceLevel,
	Day,
	LicenseClass,
	Maturity,
	Movement,
	Path,
	Ring,
	Trend
} from '#lib/radar/words/vocabulary.ts';

/** One sub-metric of one project in one edition: what was seen, and what it won. */
export interface MetricPart {
	id: string;
	label: string;
	unit: string;
	/** The raw value, as a number or a word of the metric's table; null when there is none. */
	value: number | string | null;
	/** 0 to 1 after normalising and capping; null when there is no value. */
	share: number | null;
	/** Points won; null when there is no value. */
	won: number | null;
	/** Points that the model gives at most. */
	possible: number;
	/** `unknown` and `not-applicable` leave numerator and denominator alike. */
	state: 'observed' | 'unknown' | 'not-applicable';
	/** Why there is no value, or what capped it; null when there is nothing to say. */
	note: string | null;
	/** When the value was observed; null when there is none. */
	observedOn: Day | null;
	/** Id of the source in `data/sources.yml`; null when there is no value. */
	source: string | null;
	/** Observed before the edition's own month or night. */
	carriedOver: boolean;
}

export interface DimensionPart {
	id: string;
	label: string;
	/** Points won, of `observed`. */
	won: number;
	/** Points of the metrics that have a value. */
	observed: number;
	weight: number;
	metrics: MetricPart[];
}

/** A gate in force: its condition holds, or did until lately. */
export interface GateAction {
	id: GateId;
	effect: 'not-rated' | 'hold' | 'at-most' | 'at-least';
	/** The ring of the effect; null for not rated. */
	ring: Ring | null;
	/** True when it changed the ring; false when the ring is what it allows anyway. */
	acted: boolean;
	/** As shown: "Sandbox projects stop at trial; the score says adopt." */
	sentence: string;
}

/** A ring that the score points to but that has not lasted long enough. */
export interface PendingMove {
	to: Ring;
	/** Nights in a row so far. */
	night: number;
	/** Nights in a row that are needed. */
	of: number;
}

/** A gate that is about to begin or to cease to act, and has to hold, or not to hold, for nights in a row. */
export interface PendingGate {
	id: GateId;
	/** True: it is about to act. False: it still acts, though its condition no longer holds. */
	closing: boolean;
	/** Nights in a row so far. */
	night: number;
	/** Nights in a row that are needed. */
	of: number;
	sentence: string;
}

/** What would close the distance to the next ring. */
export interface NextRing {
	ring: Ring;
	/** Points of the score that are missing. */
	distance: number;
	/** The one change that would close it, with its gain; null when no single change does. */
	change: { metric: string; sentence: string; gain: number } | null;
	/** Gates that would still stop the project short of that ring. */
	blockedBy: string[];
	/** What would lift them, as far as it can be said; absent in what was published before it was told. */
	lifts?: string[];
}

export interface Momentum {
	/** Null, as the value: too little was seen to say. */
	trend: Trend | null;
	/** Median of the logarithms of the ratios; null when there are too few events or months. */
	value: number | null;
	/** Why it is not known; null when it is. */
	reason: string | null;
}

/** A project's place in one edition, with everything that explains it. */
export interface Placement {
	projectId: string;
	editionId: string;
	modelVersion: string;
	/** Null: not rated, a state of its own. */
	ring: Ring | null;
	/** 0 to 100; null when not rated, or in hold by a fact alone. */
	score: number | null;
	/** The ring that the score alone says, after the band; null without a score. */
	scoreRing: Ring | null;
	/** The band keeps it in the ring it held, though the score alone would say another. */
	heldByBand: boolean;
	notRated: string | null;
	confidence: { share: number; level: ConfidenceLevel };
	movement: Movement;
	previousRing: Ring | null;
	dimensions: DimensionPart[];
	gates: GateAction[];
	/** Gates that wait for nights in a row; none in monthly editions. */
	pendingGates: PendingGate[];
	next: NextRing | null;
	/** The same without the points that CNCF maturity gives; null without a score. */
	withoutCncf: { score: number; ring: Ring } | null;
	momentum: Momentum;
	/** Share of weight draws that give the same ring; null without a score. */
	stability: number | null;
	/** Smoothed score of nightly editions; null in monthly ones. */
	smoothed: number | null;
	pending: PendingMove | null;
	/** Day of the last change of ring, whatever caused it, for the pause between two moves; null when it never moved. */
	movedOn: Day | null;
}

/** An edition: one published state of the radar. */
export interface Edition {
	/** `YYYY-MM` for a month, `YYYY-MM-DD` for a night. */
	id: string;
	/** The day whose state it shows. */
	date: Day;
	kind: 'month' | 'night';
	modelVersion: string;
}

/** What the radar and its list show of a project in one edition. */
export interface Blip {
	id: string;
	name: string;
	/** `owner/name`, or null when the project has no measurable repository. */
	repository: string | null;
	/** Segment: a category of the settings. */
	category: string;
	subcategory: string;
	/** Every place at which the landscape files the project, as filed then. */
	paths: Path[];
	ring: Ring | null;
	score: number | null;
	movement: Movement;
	/** It moved out for lack of data alone: had the values that ran out counted on, it would have stayed. */
	lacksData: boolean;
	previousRing: Ring | null;
	confidence: ConfidenceLevel;
	/** Why it is not rated; null when it is. */
	notRated: string | null;
	/** Drawing position in the radar's own units, rounded to 0.1; null when not rated. */
	x: number | null;
	y: number | null;
	maturity: Maturity | null;
	license: string | null;
	licenseClass: LicenseClass;
	language: string | null;
	stars: number | null;
	/** Null: too little was seen to say. */
	trend: Trend | null;
	/** The repository or the CNCF project is archived. */
	archived: boolean;
	/** Fewer than 80 % of the weight draws give the same ring. */
	borderline: boolean;
}
