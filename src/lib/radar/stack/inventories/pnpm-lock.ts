import { readYaml } from '#lib/radar/input/yaml.ts';
import { mapOf } from '#lib/radar/input/json-text.ts';
import {
	eachOnce,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'];
/** `/name/1.0.0`, `/name@1.0.0`, `name@1.0.0(peer@2)`; a scope keeps its `@`. */
const NAME = /^\/?(@[^/@]+\/[^/@]+|[^/@]+)[/@]/;

/** `pnpm-lock.yaml`: https://github.com/pnpm/spec/tree/master/lockfile. */
export const readPnpmLock: ManifestReader = (text, file) => {
	const data = mapOf(readYaml(text, file).data);
	const importers = [data, ...Object.values(mapOf(data.importers)).map(mapOf)];
	const asked = importers.flatMap((one) =>
		FIELDS.flatMap((field) => Object.entries(mapOf(one[field])).map(realName))
	);
	const all = Object.keys(mapOf(data.packages)).flatMap((key) => NAME.exec(key)?.[1] ?? []);
	const declared = (names: string[], direct: boolean) =>
		names.map((name): Declared => ({ kind: 'npm', name, direct }));
	return eachOnce([...declared(asked, true), ...declared(all, false)]);
};

/** An alias stands under its own name; the version then begins with the real one. */
function realName([name, value]: [string, unknown]): string {
	const version = typeof value === 'string' ? value : mapOf(value).version;
	return (typeof version === 'string' && /^[/@a-z]/.test(version) && aliased(version)) || name;
}

const aliased = (version: string): string | undefined =>
	version.includes(':') ? undefined : NAME.exec(version)?.[1];
