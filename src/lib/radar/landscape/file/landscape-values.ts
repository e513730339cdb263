import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

export const isMap = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Also trims U+00A0 and folds double spaces. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** `irregular`: the text needed tidying. Null for other values. */
export function readText(value: unknown): { text: string; irregular: boolean } | null {
	if (typeof value !== 'string') return null;
	const text = tidy(value);
	return text === '' ? null : { text, irregular: text !== value };
}

/** Other hosts only tell where to find a badge. */
const BADGE_HOSTS = new Set(['www.bestpractices.dev', 'bestpractices.coreinfrastructure.org']);

export function badgeAddress(value: unknown): string | null {
	const text = readText(value)?.text ?? '';
	if (!URL.canParse(text)) return null;
	const { protocol, hostname } = new URL(text);
	return protocol === 'https:' && BADGE_HOSTS.has(hostname) ? text : null;
}

export const auditDays = (value: unknown): Day[] =>
	listOf(value).flatMap((audit) => {
		if (!isMap(audit) || (audit.type !== undefined && audit.type !== 'security')) return [];
		const read = daySchema.safeParse(audit.date);
		return read.success ? [read.data] : [];
	});
