import { join } from 'node:path';
import { InputError, type Place } from '#lib/radar/input/yaml.ts';
import type { FolderFiles } from './folder-files.ts';

/** A line that was read, with its 1-based number. */
export interface Numbered<T> {
	line: number;
	value: T;
}

/** The lines of a file, none when there is no file, and those that cannot be used. */
function readLines<T>(
	files: FolderFiles,
	name: string,
	parse: (line: string, number: number) => T
): { read: Numbered<T>[]; broken: Place[] } {
	const read: Numbered<T>[] = [];
	const broken: Place[] = [];
	for (const [index, text] of (files.read(name) ?? '').split('\n').entries()) {
		if (text.trim() === '') continue;
		try {
			read.push({ line: index + 1, value: parse(text, index + 1) });
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			broken.push(lineOf(files, name, index + 1, message));
		}
	}
	return { read, broken };
}

/** A line of a file of the folder, with what is wrong in it. */
export const lineOf = (
	files: FolderFiles,
	name: string,
	line: number | null,
	message: string
): Place => ({ file: join(files.folder, name), path: '', line, message });

/** A file of the folder that cannot be used as a whole. */
export const fileFault = (files: FolderFiles, name: string, message: string): InputError =>
	new InputError([lineOf(files, name, null, message)]);

/** Reads every line that can be used; the others are added to `skipped`. */
export function usableLines<T>(
	files: FolderFiles,
	name: string,
	skipped: Place[],
	parse: (line: string, number: number) => T
): T[] {
	const { read, broken } = readLines(files, name, parse);
	skipped.push(...broken);
	return read.map(({ value }) => value);
}

/** Reads every line. @throws {InputError} naming each that cannot be used: where one is lost, all would look whole. */
export function allLines<T>(
	files: FolderFiles,
	name: string,
	parse: (line: string) => T
): Numbered<T>[] {
	const { read, broken } = readLines(files, name, parse);
	if (broken.length > 0) throw new InputError(broken);
	return read;
}
