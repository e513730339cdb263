import type { RadarDocument } from './radar-schema.ts';

/** Whose work it is and under which licence, for every format that has room for a sentence. */
export const credits = ({
	attribution,
	license
}: Pick<RadarDocument, 'attribution' | 'license'>): string =>
	`Projects and their places: ${attribution
		.map((from) => `${from.name} (${from.license}, ${from.url})`)
		.join('; ')}. This radar: ${license}.`;
