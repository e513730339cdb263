import { InputError } from '#lib/radar/input/yaml.ts';

/** A radar of others, as far as it is laid beside ours. */
export interface OtherRadar {
	/** Whose format it is in. */
	format: string;
	/** Names of its rings, from the centre outwards. */
	rings: string[];
	/** In the order of the file. */
	entries: OtherEntry[];
}

export interface OtherEntry {
	name: string;
	/** One of the radar's rings, as it names it. */
	ring: string;
	/** Addresses that the entry gives. */
	links: string[];
}

/** Reads a file's text. @throws {InputError} naming what is wrong, and where. */
export type OtherRadarReader = (text: string, file: string) => OtherRadar;

/** A file that cannot be read; `path`: of the value, dotted; `line`: 1-based, or null. */
export const refused = (
	file: string,
	message: string,
	{ path = '', line = null }: { path?: string; line?: number | null } = {}
): InputError => new InputError([{ file, path, line, message }]);

/** A list. @throws {InputError} where it is none. */
export function listIn(value: unknown, file: string, path: string): unknown[] {
	if (Array.isArray(value)) return value;
	throw refused(file, 'expected a list', { path });
}

/** A text that is not empty. @throws {InputError} where it is none. */
export function textIn(value: unknown, file: string, path: string): string {
	if (typeof value === 'string' && value.trim() !== '') return value.trim();
	throw refused(file, 'expected a text', { path });
}

/** Web addresses among values. */
export const addressesIn = (...values: unknown[]): string[] =>
	values.flatMap((value) =>
		typeof value === 'string' ? (value.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? []) : []
	);
