import { mapOf } from '#lib/radar/input/json-text.ts';
import { declare, type ManifestReader } from './declared.ts';
import { parseToml } from './toml.ts';

const TABLES = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** The dependencies of a `Cargo.toml`, for every target and of the workspace. */
export const readCargoToml: ManifestReader = (text, file) => {
	const data = parseToml(text, file);
	const holders = [data, mapOf(data.workspace), ...Object.values(mapOf(data.target)).map(mapOf)];
	const names = holders
		.flatMap((holder) => TABLES.map((table) => mapOf(holder[table])))
		.flatMap((table) =>
			Object.entries(table).map(([name, value]) => {
				const renamed = mapOf(value).package;
				return typeof renamed === 'string' ? renamed : name;
			})
		);
	return [...new Set(names)].map((name) => declare('cargo', name));
};
