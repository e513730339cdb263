import type {
	ConfidenceLevel,
	LicenseClass,
	Maturity,
	Movement,
	Ring,
	Trend
} from './vocabulary.ts';

export const RING_WORDS: Record<Ring, string> = {
	adopt: 'Adopt',
	trial: 'Trial',
	assess: 'Assess',
	hold: 'Hold'
};

/** What a ring says of a project, in at most 30 letters. */
export const RING_MEANINGS: Readonly<Record<string, string>> = {
	adopt: 'Strong public evidence',
	trial: 'Good evidence, some gaps',
	assess: 'Young, narrow or quiet',
	hold: 'Archived, retired or silent'
};

/** Null as `not-rated`: a project without a ring. */
export const ringText = (ring: Ring | 'not-rated' | null): string =>
	ring === null || ring === 'not-rated' ? 'Not rated' : RING_WORDS[ring];

/** "low-confidence" as words. */
export const unhyphenated = (id: string): string => id.replaceAll('-', ' ');

export const MOVEMENT_WORDS: Record<Movement, string> = {
	new: 'New',
	in: 'Moved in',
	out: 'Moved out',
	none: 'No change',
	left: 'Left'
};

export const FOR_LACK_OF_DATA = 'because its data is too old';
const FOR_NEW_DATA = 'because more is known of its use';

/** Why the data alone moved a project, to follow "moved out"; empty where it did not. */
export const dataReason = (blip: { lacksData: boolean; newlyMeasured: boolean }): string =>
	blip.lacksData ? ` ${FOR_LACK_OF_DATA}` : blip.newlyMeasured ? ` ${FOR_NEW_DATA}` : '';

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

export const lowerFirst = (text: string): string =>
	text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

export const noEdition = (edition: string | null, model: string | null): string =>
	model === null
		? `There is no edition ${edition ?? ''}.`
		: `Version ${model} of the model placed no edition ${edition ?? ''}.`.replace(' .', '.');
