import type { Maturity, LandscapePath, Movement, Ring } from '#lib/radar/words/vocabulary.ts';
import { licenseClass } from '#lib/radar/observation/license.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { KnownCarriedBy } from './carried/carried-by.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import { shownScore } from '#lib/radar/words/numbers.ts';

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

/** Newest known on the edition's day. */
export type StandingFacts = Pick<ObservedValues, 'license' | 'languages' | 'stars'>;

interface StoredBlip {
	project: { id: string; name: string; facts: { aliases?: string[] } };
	/** `owner/name`; null when none is named. */
	repository: string | null;
	/** Where the landscape filed it. */
	member: {
		category: string;
		subcategory: string;
		paths: LandscapePath[];
		maturity: Maturity | null;
	};
	placed: {
		ring: Ring | null;
		score: number | null;
		movement: Movement;
		notRated: Blip['notRated'];
		x: number | null;
		y: number | null;
		detail: Placement;
	};
	facts: StandingFacts;
	/** It moved out only for lack of data. */
	lacksData: boolean;
	/** It moved only by what became known. */
	newlyMeasured: boolean;
}

/** One list for all: a page then carries it once. */
const NO_ALIASES: readonly string[] = [];

export const blipOf = (
	{ project, repository, member, placed, facts, lacksData, newlyMeasured }: StoredBlip,
	{ stability }: Pick<Model, 'stability'>
): Blip => ({
	id: project.id,
	name: project.name,
	aliases: project.facts.aliases?.length ? project.facts.aliases : NO_ALIASES,
	repository,
	category: member.category,
	subcategory: member.subcategory,
	paths: member.paths,
	ring: placed.ring,
	score: placed.score === null ? null : shownScore(placed.score),
	movement: placed.movement,
	lacksData,
	newlyMeasured,
	previousRing: placed.detail.previousRing,
	confidence: placed.detail.confidence.level,
	notRated: placed.notRated,
	x: placed.x,
	y: placed.y,
	maturity: member.maturity,
	license: facts.license ?? null,
	licenseClass: licenseClass(facts.license ?? null),
	language: facts.languages?.[0]?.[0] ?? null,
	stars: facts.stars ?? null,
	trend: placed.detail.momentum.trend,
	archived: placed.detail.gates.some(({ id }) => id === 'archived'),
	borderline:
		placed.detail.stability !== null && placed.detail.stability < stability.borderline_below
});
