import {
	eachOnce,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';

/** `"@scope/name@npm:^1.0", name@^2:` */
const ENTRY = /^"?(@[^@"/\s]+\/[^@"\s]+|[^@"\s]+)@(?:npm:(@[^@"/\s]+\/[^@"\s]+|[a-z][^@"\s]*)@)?/i;

/** `yarn.lock` of Yarn 1 and of later ones; neither tells what the project itself asks for. */
export const readYarnLock: ManifestReader = (text) =>
	eachOnce(
		text.split('\n').flatMap((line): Declared[] => {
			if (!/^[^\s#]/.test(line) || line.includes('@workspace:')) return [];
			const [, name, real] = ENTRY.exec(line) ?? [];
			return name === undefined ? [] : [{ kind: 'npm', name: real ?? name, direct: null }];
		})
	);
