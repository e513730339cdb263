import type { DeclaredProject, Packages } from '#lib/radar/landscape/packages.ts';
import type { Declared } from './manifests/declared.ts';
import { readManifest } from './manifests/formats.ts';

/** A manifest: its path and its text. */
export interface ManifestFile {
	path: string;
	text: string;
}

/** A name that a manifest declares, with the file, and the project of the radar that it stands for. */
interface FoundProject extends DeclaredProject {
	declared: Declared;
	file: string;
}

/** What manifests declare: the projects of the radar, and how many names are none of them. */
export interface StackMatch {
	/** One entry a project and file, in the order found. */
	found: FoundProject[];
	/** Names that stand for no project of the radar. */
	others: number;
}

/**
 * Finds the projects of the radar that manifests declare.
 * @throws {InputError} with file and line when one cannot be read.
 */
export function declaredProjects(files: readonly ManifestFile[], packages: Packages): StackMatch {
	const found = new Map<string, FoundProject>();
	let others = 0;
	for (const { path, text } of files) {
		for (const declared of readManifest(path, text)) {
			const match = packages.declared(declared.kind, declared.name);
			if (match === null) {
				others += 1;
				continue;
			}
			const key = `${match.project} ${path}`;
			const before = found.get(key);
			// A direct declaration says more than one that others need.
			if (before === undefined || (declared.direct && !before.declared.direct)) {
				found.set(key, { ...match, declared, file: path });
			}
		}
	}
	return { found: [...found.values()], others };
}
