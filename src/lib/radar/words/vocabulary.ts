/** From the centre outwards. A low score alone never gives `hold`. */
export const RINGS = ['adopt', 'trial', 'assess', 'hold'] as const;
export type Ring = (typeof RINGS)[number];

export const ringIndex = (ring: Ring): number => RINGS.indexOf(ring);

/** `left`: only in the edition before. */
export const MOVEMENTS = ['new', 'in', 'out', 'none', 'left'] as const;
export type Movement = (typeof MOVEMENTS)[number];

export const MATURITIES = ['sandbox', 'incubating', 'graduated', 'archived'] as const;
export type Maturity = (typeof MATURITIES)[number];

export const CONFIDENCE_LEVELS = ['high', 'medium', 'low'] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

export const TRENDS = ['rising', 'steady', 'falling'] as const;
export type Trend = (typeof TRENDS)[number];

/** `unknown`: none found, or not recognised. */
export const LICENSE_CLASSES = ['permissive', 'copyleft', 'source-available', 'unknown'] as const;
export type LicenseClass = (typeof LICENSE_CLASSES)[number];

/** Subcategory names repeat across categories. */
export interface LandscapePath {
	category: string;
	subcategory: string;
}

/** `YYYY-MM-DD` in UTC. */
export type Day = string;
