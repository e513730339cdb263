/** The field's own words, used with one meaning in files, types, tables, URLs and exports. */

/** From the centre outwards. `hold` needs evidence: it is never merely a low score. */
export const RINGS = ['adopt', 'trial', 'assess', 'hold'] as const;
export type Ring = (typeof RINGS)[number];

/** Distance from the centre: 0 adopt … 3 hold. */
export const ringIndex = (ring: Ring): number => RINGS.indexOf(ring);

/** How a project's place differs from the edition before. `left`: it stood there and stands here no more. */
export const MOVEMENTS = ['new', 'in', 'out', 'none', 'left'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** CNCF maturity as filed in the landscape. */
export const MATURITIES = ['sandbox', 'incubating', 'graduated', 'archived'] as const;
export type Maturity = (typeof MATURITIES)[number];

export const CONFIDENCE_LEVELS = ['high', 'medium', 'low'] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

export const TRENDS = ['rising', 'steady', 'falling'] as const;
export type Trend = (typeof TRENDS)[number];

/** `unknown`: a licence text exists but was not recognised, or none was found. */
export const LICENSE_CLASSES = ['permissive', 'copyleft', 'source-available', 'unknown'] as const;
export type LicenseClass = (typeof LICENSE_CLASSES)[number];

/** A place in the landscape: a category's box. The same box name stands under several categories. */
export interface Path {
	category: string;
	subcategory: string;
}

/** Calendar day, `YYYY-MM-DD`, in UTC. */
export type Day = string;
