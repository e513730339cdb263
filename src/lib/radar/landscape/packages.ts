import { checkYaml, placeIn, readYaml, type FaultPosition } from '#lib/radar/input/yaml.ts';
import { longestKnown, type ManifestKind } from './package-names.ts';
import { packagesSchema, placedNames, type ProjectPackages } from './packages-file.ts';
import { repositoryKey } from './repository-address.ts';

/** A name in a manifest, and the project it declares. */
interface DeclaredProject {
	/** `owner/name` of the project. */
	project: string;
	/** The name in `data/packages.yml` that matched. */
	name: string;
	/** The package is made by others than the project. */
	byOthers: boolean;
}

/** `data/packages.yml`, ready to be asked. */
export interface Packages {
	projects: readonly ProjectPackages[];
	/** The entry of a repository under any of its names; null where there is none. */
	of: (repository: string) => ProjectPackages | null;
	/** The project that a name in a manifest declares, by the longest name known; null where none is. */
	declared: (kind: ManifestKind, name: string) => DeclaredProject | null;
	/** The entries about no known project, each with its line. */
	unmatched: (repositories: Iterable<string>) => FaultPosition[];
}

/**
 * Reads `data/packages.yml`. `currentName`: follows renames of repositories.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function parsePackages(
	text: string,
	file: string,
	currentName: (repository: string) => string = (repository) => repository
): Packages {
	const source = readYaml(text, file);
	const { projects, not_counted } = checkYaml(source, packagesSchema);
	const keyOf = (repository: string) => repositoryKey(currentName(repository));
	const entries = new Map(projects.map((entry) => [keyOf(entry.project), entry]));
	const byName = new Map(
		projects.flatMap((entry, p) =>
			placedNames(entry, p).map(
				({ id, name: own, byOthers }) =>
					[id, { project: entry.project, name: own, byOthers }] as const
			)
		)
	);
	return {
		projects,
		of: (repository) => entries.get(keyOf(repository)) ?? null,
		declared: (kind, own) => longestKnown(byName, kind, own),
		unmatched: (repositories) => {
			const known = new Set([...repositories].map(keyOf));
			const nothing = (path: PropertyKey[], project: string) =>
				known.has(keyOf(project))
					? []
					: [
							placeIn(source, {
								path,
								message: `${project} is the repository of no project; expected owner/name as in the landscape`
							})
						];
			return [
				...projects.flatMap(({ project }, p) => nothing(['projects', p, 'project'], project)),
				...not_counted.flatMap(({ project }, n) => nothing(['not_counted', n, 'project'], project))
			];
		}
	};
}
