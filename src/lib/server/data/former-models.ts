import { join } from 'node:path';
import { parseModel } from '#lib/radar/model/settings.ts';
import { type Model } from '#lib/radar/model/settings/model.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { fileFault } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';

export interface FormerModel {
	model: Model;
	/** Day of the next version. */
	until: Day;
}

/** Oldest first. @throws {InputError} naming the missing or broken file. */
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
