import { repositoryKey } from './repository-address.ts';
import type { OverridesFile } from './overrides.ts';
import type { Fault } from '#lib/radar/input/yaml.ts';

/** All that a judgement can be about: what the landscape and its records name, and what was observed. */
export interface Judgeable {
	/** Names of projects, as filed. */
	projects: Iterable<string>;
	/** `owner/name`, as filed or observed. */
	repositories: Iterable<string>;
}

const ABOUT_REPOSITORIES = [
	'retired',
	'feature_complete',
	'specifications',
	'foundations'
] as const satisfies (keyof OverridesFile)[];

/** Judgements about nothing, most likely misspelt. `currentName`: follows renames. */
export function unmatchedOverrides(
	file: OverridesFile,
	{ projects, repositories }: Judgeable,
	currentName: (repository: string) => string
): Fault[] {
	const names = new Set([...projects].map((name) => name.toLowerCase()));
	const keyOf = (repository: string) => repositoryKey(currentName(repository));
	const corrected = file.repositories.map(({ repository }) => repository);
	const known = [...repositories, ...corrected].flatMap((name) => [
		repositoryKey(name),
		keyOf(name)
	]);
	const keys = new Set(known);
	const owners = new Set(known.map((key) => key.split('/')[0]));

	const nothing = (path: PropertyKey[], what: string): Fault => ({
		path,
		message: `${what} stands neither in the landscape nor in any record of it, and was never observed`
	});
	return [
		...file.repositories.flatMap(({ project }, i) =>
			names.has(project.toLowerCase())
				? []
				: [nothing(['repositories', i, 'project'], `a project ${project}`)]
		),
		...file.renames.flatMap(({ from }, i) =>
			keys.has(keyOf(from)) ? [] : [nothing(['renames', i, 'from'], from)]
		),
		...ABOUT_REPOSITORIES.flatMap((section) =>
			file[section].flatMap(({ repository }, i) =>
				keys.has(keyOf(repository)) ? [] : [nothing([section, i, 'repository'], repository)]
			)
		),
		...file.owners.flatMap(({ owner }, i) =>
			owners.has(owner.toLowerCase())
				? []
				: [nothing(['owners', i, 'owner'], `a repository of ${owner}`)]
		)
	];
}
