import { join } from 'node:path';
import { readUseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { readYaml } from '#lib/radar/input/yaml.ts';
import type { FolderFiles } from './folder.ts';

const FILE = 'use-cases.yml';

/**
 * Ids of projects whose names mean other things in running text; none without `use-cases.yml`.
 * @throws {InputError} for a broken file.
 */
export function readAmbiguousNames(files: FolderFiles): ReadonlySet<string> {
	const text = files.read(FILE);
	if (text === null) return new Set();
	const { file } = readUseCases(readYaml(text, join(files.folder, FILE)));
	return new Set(file.ambiguous_names.map(({ project }) => project));
}
