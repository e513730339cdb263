import { dayText } from '#lib/radar/words/days.ts';
import { credits } from './credits.ts';
import type { RadarDocument } from './radar-schema.ts';

export const originOf = (
	document: Pick<RadarDocument, 'edition' | 'model' | 'generatedAt' | 'attribution' | 'license'>,
	address: string
): string[] => [
	`Data up to ${dayText(document.edition.date)}, model ${document.model.version}, drawn ${dayText(document.generatedAt.slice(0, 10))}.`,
	credits(document),
	address
];
