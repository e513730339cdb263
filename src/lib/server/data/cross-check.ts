import { pathFinder } from '#lib/radar/landscape/file/landscape-paths.ts';
import { ownRepository } from '#lib/radar/landscape/file/merged-items.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { InputError, placeIn, type FaultPosition, type YamlSource } from '#lib/radar/input/yaml.ts';
import type { Landscape } from '#lib/radar/landscape/landscape.ts';
import type { Overrides } from '#lib/radar/landscape/overrides.ts';
import type { Packages } from '#lib/radar/landscape/packages.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { MembershipRecord } from './memberships.ts';
import type { Observations } from './observation-archive.ts';

interface Checked {
	settings: Settings;
	settingsFile: YamlSource;
	overrides: Overrides;
	landscape: Landscape;
	memberships: MembershipRecord[];
	observations: Observations;
	packages: Packages;
}

/**
 * Refuses settings, overrides and packages that match nothing now or earlier, as misspelt.
 * @throws {InputError} naming file, path and line.
 */
export function refuseUnmatched(checked: Checked): void {
	const { overrides, landscape, memberships, observations, packages } = checked;
	const members = memberships.flatMap((record) => record.members);
	const repositories = [
		...landscape.items.flatMap((item) => [ownRepository(item) ?? [], item.additionalRepositories]),
		...members.map(({ repository }) => repository ?? []),
		...observations.names.map(({ repository }) => repository)
	].flat(2);
	const corrected = members.flatMap((member) => measuredRepository(overrides, member) ?? []);
	const faults = [
		...unknownFormerPaths(checked, [
			...landscape.categories.flatMap(({ name, subcategories }) =>
				subcategories.map((subcategory) => ({ category: name, subcategory }))
			),
			...members.flatMap(({ paths }) => paths)
		]),
		...overrides.unmatched({
			projects: [...landscape.items, ...members].map(({ name }) => name),
			repositories
		}),
		...packages.unmatched([...repositories, ...corrected])
	];
	if (faults.length > 0) throw new InputError(faults);
}

function unknownFormerPaths(
	{ settings, settingsFile }: { settings: Settings; settingsFile: YamlSource },
	places: readonly LandscapePath[]
): FaultPosition[] {
	const find = pathFinder(
		places.map(({ category, subcategory }) => ({ name: category, subcategories: [subcategory] }))
	);
	return Object.entries(settings.scope.former_paths).flatMap(([box, text]) =>
		find(text).exact
			? []
			: [
					placeIn(settingsFile, {
						path: ['scope', 'former_paths', box],
						message: `${text} names no subcategory of the landscape`
					})
				]
	);
}
