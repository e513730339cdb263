import { pathFinder } from '#lib/radar/landscape/landscape-paths.ts';
import { ownRepository } from '#lib/radar/landscape/merged-items.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Path } from '#lib/radar/words/vocabulary.ts';
import { InputError, placeIn, type Place, type YamlSource } from '#lib/radar/input/yaml.ts';
import type { DataFolder } from './data-folder.ts';

/** What is checked against each other. */
type Checked = Pick<
	DataFolder,
	'settings' | 'overrides' | 'landscape' | 'memberships' | 'observations'
> & {
	/** The file of the settings, which knows its lines. */
	settingsFile: YamlSource;
};

/**
 * Refuses what settings and overrides say about nothing: most likely it is misspelt, and would silently do nothing.
 * What stood in the landscape at any time counts, so that a change upstream breaks nothing.
 * @throws {InputError} naming file, path and line.
 */
export function refuseUnmatched(checked: Checked): void {
	const { overrides, landscape, memberships, observations } = checked;
	const members = memberships.flatMap((record) => record.members);
	const faults = [
		...unknownFormerPaths(checked, [
			...landscape.categories.flatMap(({ name, subcategories }) =>
				subcategories.map((subcategory) => ({ category: name, subcategory }))
			),
			...members.flatMap(({ paths }) => paths)
		]),
		...overrides.unmatched({
			projects: [...landscape.items, ...members].map(({ name }) => name),
			repositories: [
				...landscape.items.flatMap((item) => [
					ownRepository(item) ?? [],
					item.additionalRepositories
				]),
				...members.map(({ repository }) => repository ?? []),
				...observations.names.map(({ repository }) => repository)
			].flat(2)
		})
	];
	if (faults.length > 0) throw new InputError(faults);
}

/** Boxes of the former taxonomy that are said to lie where no box ever was. */
function unknownFormerPaths(
	{ settings, settingsFile }: { settings: Settings; settingsFile: YamlSource },
	places: readonly Path[]
): Place[] {
	const find = pathFinder(
		places.map(({ category, subcategory }) => ({ name: category, subcategories: [subcategory] }))
	);
	return Object.entries(settings.scope.former_paths).flatMap(([box, text]) =>
		find(text).exact
			? []
			: [
					placeIn(settingsFile, {
						path: ['scope', 'former_paths', box],
						message: `${text} names no box of the landscape`
					})
				]
	);
}
