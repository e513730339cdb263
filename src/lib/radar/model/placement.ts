import type { Moment } from '#lib/radar/observation/evidence.ts';
import type { GateId } from './gates/gate-ids.ts';
import type { UsePart } from './use-share.ts';
import type {
	ConfidenceLevel,
	Day,
	LicenseClass,
	Maturity,
	Movement,
	LandscapePath,
	Ring,
	Trend
} from '#lib/radar/words/vocabulary.ts';

/** Nulls mean no value. */
export interface MetricPart {
	id: string;
	label: string;
	unit: string;
	value: number | string | null;
	/** 0 to 1, after normalising and capping. */
	share: number | null;
	won: number | null;
	/** Maximum points in the model. */
	possible: number;
	/** Only `observed` counts in numerator and denominator. */
	state: 'observed' | 'unknown' | 'not-applicable';
	/** Why the value is missing or capped. */
	note: string | null;
	observedOn: Day | null;
	source: string | null;
	carriedOver: boolean;
	/** Kinds of evidence behind the value, known or not; absent for other metrics. */
	kinds?: UsePart[];
}

export interface DimensionPart {
	id: string;
	label: string;
	won: number;
	/** Points of metrics with a value. */
	observed: number;
	weight: number;
	metrics: MetricPart[];
}

/** The condition holds, or did until lately. */
export interface GateAction {
	id: GateId;
	effect: 'not-rated' | 'hold' | 'at-most' | 'at-least';
	ring: Ring | null;
	/** False when the ring satisfies the gate anyway. */
	acted: boolean;
	sentence: string;
}

/** Nights in a row: `night` so far, `of` needed. */
export interface PendingMove {
	to: Ring;
	night: number;
	of: number;
}

export interface PendingGate {
	id: GateId;
	/** True: about to act. False: still acts, though its condition fails. */
	closing: boolean;
	night: number;
	of: number;
	sentence: string;
}

export interface NextRing {
	ring: Ring;
	distance: number;
	change: { metric: string; sentence: string; gain: number } | null;
	blockedBy: string[];
	/** Absent in older editions. */
	lifts?: string[];
}

export interface Momentum {
	trend: Trend | null;
	/** Median log ratio. */
	value: number | null;
	reason: string | null;
}

export type LessConfidence = 'old figures' | 'a short history';

export interface Placement {
	projectId: string;
	editionId: string;
	modelVersion: string;
	/** Null: not rated. */
	ring: Ring | null;
	/** 0 to 100; null when not rated, or in hold by a fact. */
	score: number | null;
	/** By score alone, after the band. */
	scoreRing: Ring | null;
	/** Only the band keeps the ring. */
	heldByBand: boolean;
	notRated: string | null;
	confidence: {
		/** Points measured of those that apply, times the factor of each reason in `lessFor`. */
		share: number;
		level: ConfidenceLevel;
		/** Why it is less than the points measured; absent where it is not, and in older editions. */
		lessFor?: LessConfidence[];
	};
	movement: Movement;
	previousRing: Ring | null;
	dimensions: DimensionPart[];
	gates: GateAction[];
	pendingGates: PendingGate[];
	next: NextRing | null;
	withoutCncf: { score: number; ring: Ring } | null;
	momentum: Momentum;
	/** Share of weight draws with this ring. */
	stability: number | null;
	/** EMA; null in monthly editions. */
	smoothed: number | null;
	pending: PendingMove | null;
	/** Last change of ring, for any reason. */
	movedOn: Day | null;
}

export interface Edition extends Moment {
	/** `YYYY-MM` or, for a night, `YYYY-MM-DD`. */
	id: string;
	modelVersion: string;
}

export interface Blip {
	id: string;
	name: string;
	/** Other names to be found by. */
	aliases: readonly string[];
	/** `owner/name`; null without a measurable one. */
	repository: string | null;
	category: string;
	subcategory: string;
	paths: LandscapePath[];
	ring: Ring | null;
	score: number | null;
	movement: Movement;
	/** Moved out because values expired. */
	lacksData: boolean;
	/** Moved only because evidence of its use became known. */
	newlyMeasured: boolean;
	previousRing: Ring | null;
	confidence: ConfidenceLevel;
	notRated: string | null;
	/** Radar units, rounded to 0.1; null when not rated. */
	x: number | null;
	y: number | null;
	maturity: Maturity | null;
	license: string | null;
	licenseClass: LicenseClass;
	language: string | null;
	stars: number | null;
	trend: Trend | null;
	archived: boolean;
	/** Stability below the set limit. */
	borderline: boolean;
}
