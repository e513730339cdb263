import { join } from 'node:path';
import { parseModel, type Model } from '#lib/radar/model/settings.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { fileFault } from './data-lines.ts';
import type { FolderFiles } from './folder-files.ts';

/** A model that a newer version has followed, as it was published. */
export interface FormerModel {
	model: Model;
	/** The day on which the next version followed: it placed the editions before. */
	until: Day;
}

/**
 * The models of all former versions that the changelog names, oldest first: each stands in a file of its own, so that
 * what it once placed can be computed again.
 * @throws {InputError} naming the file that is missing or broken.
 */
export function readFormerModels(files: FolderFiles, { changelog }: Model): FormerModel[] {
	return changelog
		.flatMap(({ version }, i): FormerModel[] => {
			const next = changelog[i - 1];
			return next === undefined
				? []
				: [{ model: readFormerModel(files, version), until: next.date }];
		})
		.reverse();
}

function readFormerModel(files: FolderFiles, version: string): Model {
	const name = `models/${version}.yml`;
	const text = files.read(name);
	if (text === null) {
		throw fileFault(
			files,
			name,
			`is missing: the changelog names version ${version}, whose placements are computed again from its model`
		);
	}
	const model = parseModel(text, join(files.folder, name));
	if (model.version === version) return model;
	throw fileFault(files, name, `holds version ${model.version}, not ${version}`);
}
