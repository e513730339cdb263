import { mapOf, readJson } from '#lib/radar/input/json-text.ts';
import { declare, type ManifestReader } from './declared.ts';

const FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
/** `npm:real@1.0.0`: another package under this name. */
const ALIAS = /^npm:(@?[^@]+)/;

export const readPackageJson: ManifestReader = (text, file) => {
	const data = mapOf(readJson(text, file));
	const names = FIELDS.flatMap((field) =>
		Object.entries(mapOf(data[field])).map(
			([name, range]) => ALIAS.exec(String(range))?.[1] ?? name
		)
	);
	return [...new Set(names)].map((name) => declare('npm', name));
};
