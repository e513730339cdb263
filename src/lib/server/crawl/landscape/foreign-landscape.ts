import { InputError } from '#lib/radar/input/yaml.ts';
import type { Landscape } from '#lib/radar/landscape/landscape.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';

/**
 * Refuses the landscape of another foundation: one that lacks most of the categories in scope that the folder's own
 * landscape had, or whose words for maturity are mostly others. One category alone may be called alike.
 * @throws {InputError}
 */
export function refuseForeign(
	{ categories, items, defects }: Landscape,
	{ settings, landscape: own }: Pick<DataFolder, 'settings' | 'landscape'>,
	file: string
): void {
	const { name } = settings.landscape.foundation;
	const names = new Set(categories.map((category) => category.name));
	const had = own.categories.filter((one) => settings.scope.categories.includes(one.name));
	const missing = had.filter((one) => !names.has(one.name)).length;
	const known = items.filter(({ maturity }) => maturity !== null).length;
	const unknown = defects.filter(({ message }) =>
		message.endsWith(` is no ${name} maturity`)
	).length;
	const hasOtherWords = unknown > known;
	// One renamed category is a loss, which can be confirmed.
	if (!hasOtherWords && (missing < 2 || missing <= had.length / 2)) return;
	const why = hasOtherWords
		? `most of its words for maturity are not the ${name}'s`
		: `it lacks ${missing} of ${had.length} categories`;
	const message = `is not the landscape of this data folder: ${why}. Check landscape.url in radar.yml, --landscape and LANDSCAPE_URL`;
	throw new InputError([{ file, path: '', line: null, message }]);
}
