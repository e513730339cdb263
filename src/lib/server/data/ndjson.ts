import { join } from 'node:path';
import { InputError, type FaultPosition } from '#lib/radar/input/yaml.ts';
import type { FolderFiles } from './folder.ts';

/** Lines count from 1. */
export interface Numbered<T> {
	line: number;
	value: T;
}

function readLines<T>(
	files: FolderFiles,
	name: string,
	parse: (line: string, number: number) => T
): { read: Numbered<T>[]; broken: FaultPosition[] } {
	const read: Numbered<T>[] = [];
	const broken: FaultPosition[] = [];
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

export const lineOf = (
	files: FolderFiles,
	name: string,
	line: number | null,
	message: string
): FaultPosition => ({ file: join(files.folder, name), path: '', line, message });

export const fileFault = (files: FolderFiles, name: string, message: string): InputError =>
	new InputError([lineOf(files, name, null, message)]);

/** Adds unusable lines to `skipped`. */
export function usableLines<T>(
	files: FolderFiles,
	name: string,
	skipped: FaultPosition[],
	parse: (line: string, number: number) => T
): T[] {
	const { read, broken } = readLines(files, name, parse);
	skipped.push(...broken);
	return read.map(({ value }) => value);
}

/** @throws {InputError} naming every unusable line. */
export function allLines<T>(
	files: FolderFiles,
	name: string,
	parse: (line: string) => T
): Numbered<T>[] {
	const { read, broken } = readLines(files, name, parse);
	if (broken.length > 0) throw new InputError(broken);
	return read;
}
