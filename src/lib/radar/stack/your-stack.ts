import { InputError, type FaultPosition } from '#lib/radar/input/yaml.ts';
import { longestKnown, MANIFEST_KINDS, nameKey } from '#lib/radar/landscape/package-names.ts';
import { byName } from '#lib/radar/words/order.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { unreadable, type Declared } from './manifests/declared.ts';
import type { ListedProject, PackageList } from './package-list.ts';
import { readStackFile, type StackFile } from './read-stack-file.ts';

/** A name in a file that stands for a project. */
interface FoundName extends Declared {
	file: string;
	/** A package made by others than the project. */
	byOthers: boolean;
}

/** A project of the radar that the files name, with all names that led to it. */
export interface StackProject {
	project: ListedProject;
	found: FoundName[];
}

/** What was read of a file, in the order given. */
interface FileSummary {
	file: string;
	format: string;
	/** Names that it declares, and those of them that stand for a project. */
	names: number;
	known: number;
}

/** What a stack is made of, as far as the radar knows it. */
export interface YourStack {
	files: FileSummary[];
	/** Those in hold first, then from the outermost ring inwards; last what is not rated. */
	projects: StackProject[];
	/** Names that stand for no project of the edition. */
	others: number;
	/** Files that could not be read; the rest is read all the same. */
	problems: FaultPosition[];
}

/** Files of one reading; a folder of dependencies can hold tens of thousands. */
const MOST_FILES = 200;

/** Reads files and finds the projects of the radar that they name. Never throws: what cannot be read is told. */
export function yourStack(
	files: readonly StackFile[],
	{ projects: listed }: PackageList
): YourStack {
	const known = knownNames(listed);
	const found = new Map<string, StackProject>();
	const stack: YourStack = { files: [], projects: [], others: 0, problems: [] };
	for (const given of files.slice(0, MOST_FILES)) {
		const read = readOrTell(given, stack.problems);
		if (read === null) continue;
		let matched = 0;
		for (const declared of read.declared) {
			const matches = longestKnown(known, declared.kind, declared.name) ?? [];
			if (matches.length > 0) matched += 1;
			for (const { project, byOthers } of matches) {
				const entry = found.get(project.id) ?? { project, found: [] };
				entry.found.push({ ...declared, byOthers, file: read.file });
				found.set(project.id, entry);
			}
		}
		const names = read.declared.length;
		stack.files.push({ file: read.file, format: read.format, names, known: matched });
		stack.others += names - matched;
	}
	if (files.length > MOST_FILES) {
		const message = `${files.length - MOST_FILES} more files were not read: at most ${MOST_FILES} at once`;
		stack.problems.push(...unreadable('', null, message).places);
	}
	for (const one of found.values()) one.found.sort((a, b) => certainty(a) - certainty(b));
	return { ...stack, projects: [...found.values()].sort(worstFirst) };
}

function readOrTell(given: StackFile, problems: FaultPosition[]) {
	try {
		return readStackFile(given);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		problems.push(...error.places);
		return null;
	}
}

/** Two projects can share a repository, and so its packages. */
function knownNames(listed: readonly ListedProject[]) {
	const known = new Map<string, { project: ListedProject; byOthers: boolean }[]>();
	for (const project of listed) {
		for (const kind of MANIFEST_KINDS) {
			for (const byOthers of [false, true]) {
				const names = (byOthers ? project.byOthers : project.packages)[kind] ?? [];
				for (const name of names) {
					const key = nameKey(kind, name);
					known.set(key, [...(known.get(key) ?? []), { project, byOthers }]);
				}
			}
		}
	}
	return known;
}

/** What is declared directly, and by the project's own name, stands first. */
const certainty = ({ direct, byOthers }: FoundName): number =>
	(direct === true ? 0 : direct === null ? 1 : 2) * 2 + Number(byOthers);

const rank = ({ ring }: ListedProject): number =>
	ring === null ? RINGS.length : RINGS.length - 1 - RINGS.indexOf(ring);

const worstFirst = (a: StackProject, b: StackProject): number =>
	rank(a.project) - rank(b.project) || byName(a.project, b.project);

/** The search of the radar's page that shows these projects only. */
export const stackQuery = ({ projects }: Pick<YourStack, 'projects'>): string =>
	projects.length === 0 ? '' : `id:${projects.map(({ project }) => project.id).join(',')}`;
