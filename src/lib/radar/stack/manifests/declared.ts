import { InputError } from '#lib/radar/input/yaml.ts';
import type { ManifestKind } from '#lib/radar/landscape/package-names.ts';

/** A name that a manifest declares. */
export interface Declared {
	kind: ManifestKind;
	/** As written, without version; a Maven name is `group:artifact`. */
	name: string;
	/** False: only something else that is declared needs it. */
	direct: boolean;
}

/** Reads a manifest's text. @throws {InputError} with file and line when it cannot be read. */
export type ManifestReader = (text: string, file: string) => Declared[];

export const declare = (kind: ManifestKind, name: string): Declared => ({
	kind,
	name,
	direct: true
});

/** A manifest that cannot be read; `line` is 1-based, null for the whole file. */
export const unreadable = (file: string, line: number | null, message: string): InputError =>
	new InputError([{ file, path: '', line, message }]);

/** A value as a map; an empty one where it is none. */
export const mapOf = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};

/** The texts of a list; none where it is no list. */
export const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
