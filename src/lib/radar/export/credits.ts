import type { RadarDocument } from './radar-schema.ts';

export const credits = ({
	attribution,
	license
}: Pick<RadarDocument, 'attribution' | 'license'>): string =>
	`Projects and their places: ${attribution
		.map((from) => `${from.name} (${from.license}, ${from.url})`)
		.join('; ')}. This radar: ${license}.`;
