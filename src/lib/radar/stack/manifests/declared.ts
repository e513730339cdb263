import { InputError } from '#lib/radar/input/yaml.ts';
import type { ManifestKind } from '#lib/radar/landscape/package-names.ts';

/** A name that a manifest declares. */
export interface Declared {
	kind: ManifestKind;
	/** As written, without version; a Maven name is `group:artifact`. */
	name: string;
	/** False: only something else that is declared needs it. Null: the file does not say. */
	direct: boolean | null;
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

/** Each name once; what is declared directly stands before what others need. */
export function eachOnce(all: readonly Declared[]): Declared[] {
	const found = new Map<string, Declared>();
	for (const one of all) {
		const key = `${one.kind} ${one.name}`;
		const before = found.get(key);
		if (before === undefined || (one.direct === true && before.direct !== true)) {
			found.set(key, one);
		}
	}
	return [...found.values()];
}

/** The texts of a list; none where it is no list. */
export const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
