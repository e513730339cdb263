import type { Blip } from '#lib/radar/model/placement.ts';
import { wholeScore } from './shown-score.ts';
import type {
	ConfidenceLevel,
	Day,
	LicenseClass,
	Maturity,
	Movement,
	Ring,
	Trend
} from './vocabulary.ts';

/** Short names of the rings, where the settings' full label has no room. */
export const RING_WORDS: Record<Ring, string> = {
	adopt: 'Adopt',
	trial: 'Trial',
	assess: 'Assess',
	hold: 'Hold'
};

export const MOVEMENT_WORDS: Record<Movement, string> = {
	new: 'New',
	in: 'Moved in',
	out: 'Moved out',
	none: 'No change',
	left: 'Left'
};

/** Follows the word of a movement where nothing got worse, values only ran out. */
export const FOR_LACK_OF_DATA = 'for lack of data';

export const MATURITY_WORDS: Record<Maturity, string> = {
	sandbox: 'Sandbox',
	incubating: 'Incubating',
	graduated: 'Graduated',
	archived: 'Archived'
};

export const CONFIDENCE_WORDS: Record<ConfidenceLevel, string> = {
	high: 'High confidence',
	medium: 'Medium confidence',
	low: 'Low confidence'
};

export const TREND_WORDS: Record<Trend, string> = {
	rising: 'Rising',
	steady: 'Steady',
	falling: 'Falling'
};

export const LICENSE_WORDS: Record<LicenseClass, string> = {
	permissive: 'Permissive',
	copyleft: 'Copyleft',
	'source-available': 'Source-available',
	unknown: 'Unknown'
};

const spokenPlace = (ring: Ring | null, segment: string): string =>
	`${ring ? RING_WORDS[ring] : 'Not rated'}, ${segment}`;

/** What a screen reader says of a blip: name, ring, segment, and whatever its shape tells. */
export function spokenBlip(blip: Blip, segment: string): string {
	const parts = [blip.name, spokenPlace(blip.ring, segment)];
	if (blip.score !== null) parts.push(`score ${wholeScore(blip.score)}`);
	return [...parts, ...spokenStates(blip)].join(', ');
}

/** The name in what a screen reader says of a blip of this place. */
export const spokenName = (spoken: string, ring: Ring, segment: string): string =>
	spoken.slice(0, Math.max(0, spoken.lastIndexOf(`, ${spokenPlace(ring, segment)}`)));

/** In words what a blip's shape tells; empty for a plain one. */
export function spokenStates(blip: Blip): string[] {
	const states: string[] = [];
	if (blip.movement !== 'none') {
		const word = MOVEMENT_WORDS[blip.movement].toLowerCase();
		states.push(blip.lacksData ? `${word} ${FOR_LACK_OF_DATA}` : word);
	}
	if (blip.archived) states.push('archived');
	if (blip.ring !== null && blip.confidence === 'low') states.push('low confidence');
	return states;
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const COUNT = new Intl.NumberFormat('en-GB');

/** "7 August 2026"; the text itself when it is no day. */
export const dayText = (day: Day): string => {
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time) ? day : DAY.format(time);
};

/** "August 2026" for `YYYY-MM`, "7 August 2026" for `YYYY-MM-DD`. */
export const editionText = (id: string): string => {
	if (id.length > 7) return dayText(id);
	const time = Date.parse(`${id}-01T00:00:00Z`);
	return Number.isNaN(time) ? id : MONTH.format(time);
};

/** "12,480". */
export const countText = (count: number): string => COUNT.format(count);

/** "1 project", "12 projects". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${countText(count)} ${count === 1 ? one : many}`;

/** A sentence as the continuation of another; names in capitals keep theirs. */
export const lowerFirst = (text: string): string =>
	text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

/** What is missing when an edition, or an edition under a version of the model, was not found. */
export const noEdition = (edition: string | null, model: string | null): string =>
	model === null
		? `There is no edition ${edition ?? ''}.`
		: `Version ${model} of the model placed no edition ${edition ?? ''}.`.replace(' .', '.');
