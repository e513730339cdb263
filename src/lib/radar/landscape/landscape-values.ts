import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** Reads the values of the landscape file, of which any may be anything. */

export const isMap = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list, or an empty one where the value is none. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Trims, also what `trim` in other languages leaves (U+00A0), and folds double spaces. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A text, tidied; `irregular` says whether it needed that. Null when there is none. */
export function readText(value: unknown): { text: string; irregular: boolean } | null {
	if (typeof value !== 'string') return null;
	const text = tidy(value);
	return text === '' ? null : { text, irregular: text !== value };
}

/** Other addresses under that key only say where to look for a badge. */
const BADGE_HOSTS = new Set(['www.bestpractices.dev', 'bestpractices.coreinfrastructure.org']);

/** The address of an entry at the OpenSSF best-practices badge; null when it is none. */
export function badgeAddress(value: unknown): string | null {
	const text = readText(value)?.text ?? '';
	if (!URL.canParse(text)) return null;
	const { protocol, hostname } = new URL(text);
	return protocol === 'https:' && BADGE_HOSTS.has(hostname) ? text : null;
}

/** Days of the security audits in a list of audits. */
export const auditDays = (value: unknown): Day[] =>
	listOf(value).flatMap((audit) => {
		if (!isMap(audit) || (audit.type !== undefined && audit.type !== 'security')) return [];
		const read = daySchema.safeParse(audit.date);
		return read.success ? [read.data] : [];
	});
