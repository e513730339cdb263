import { unreadable, type Declared } from './manifests/declared.ts';
import { INVENTORY_FORMATS } from './inventories/formats.ts';
import { READABLE } from './readable.ts';

/** A file that tells of a stack. */
export interface StackFile {
	/** Null: it was pasted, and its kind is to be seen from the text. */
	path: string | null;
	text: string;
}

/** Its format and the names that it declares, each once. */
export interface ReadStackFile {
	/** The path; "the pasted text" where it has none. */
	file: string;
	format: string;
	declared: Declared[];
}

/** Characters. */
const MAX_LENGTH = 64 * 1024 * 1024;

/**
 * Reads a file by its path, or by what its text looks like.
 * @throws {InputError} with file and line, when it is empty, too large, of no known kind, or cannot be read.
 */
export function readStackFile({ path, text }: StackFile): ReadStackFile {
	const file = path ?? 'the pasted text';
	if (text.length > MAX_LENGTH) throw unreadable(file, null, 'too large: at most 64 MB are read');
	if (text.trim() === '') throw unreadable(file, null, 'is empty');
	const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const named = path === null ? undefined : INVENTORY_FORMATS.find((one) => one.path.test(path));
	const format = named ?? INVENTORY_FORMATS.find(({ looks }) => looks(lines));
	if (format === undefined) throw unreadable(file, null, `is none of these: ${READABLE}`);
	return { file, format: format.id, declared: format.read(lines, file) };
}
