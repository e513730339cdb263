import { mapOf, readJson } from '#lib/radar/input/json-text.ts';
import {
	eachOnce,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const FOLDER = 'node_modules/';

/** `package-lock.json` of versions 1 to 3: https://docs.npmjs.com/cli/configuring-npm/package-lock-json. */
export const readPackageLock: ManifestReader = (text, file) => {
	const data = mapOf(readJson(text, file));
	if (data.packages === undefined) return eachOnce(ofVersion1(mapOf(data.dependencies)));
	const packages = Object.entries(mapOf(data.packages));
	// Folders of the project itself, the root and its workspaces, stand outside node_modules.
	const own = packages.filter(([path]) => !path.includes(FOLDER)).map(([, one]) => mapOf(one));
	const asked = new Set(
		own.flatMap((one) => FIELDS.flatMap((field) => Object.keys(mapOf(one[field]))))
	);
	return eachOnce(
		packages.flatMap(([path, value]): Declared[] => {
			const at = path.lastIndexOf(FOLDER);
			const one = mapOf(value);
			if (at < 0 || one.link === true) return [];
			const folder = path.slice(at + FOLDER.length);
			// An alias keeps the real name in a field.
			const name = typeof one.name === 'string' ? one.name : folder;
			return [{ kind: 'npm', name, direct: at === 0 && asked.has(folder) }];
		})
	);
};

/** A tree, in which nothing tells what the project itself asks for. */
function ofVersion1(dependencies: Record<string, unknown>): Declared[] {
	const found: Declared[] = [];
	const waiting = [dependencies];
	for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
		for (const [name, value] of Object.entries(tree)) {
			found.push({ kind: 'npm', name, direct: null });
			waiting.push(mapOf(mapOf(value).dependencies));
		}
	}
	return found;
}
