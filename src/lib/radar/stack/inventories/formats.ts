import type { ManifestReader } from '#lib/radar/stack/manifests/declared.ts';
import { MANIFEST_FORMATS, type ManifestFormat } from '#lib/radar/stack/manifests/formats.ts';
import { readCycloneDx } from './cyclonedx.ts';
import { readKubernetes } from './kubernetes.ts';
import { readPackageLock } from './package-lock.ts';
import { readPnpmLock } from './pnpm-lock.ts';
import { readPythonLock } from './python-lock.ts';
import { readSpdx } from './spdx.ts';
import { readYarnLock } from './yarn-lock.ts';

/** A file from which a stack is read: besides manifests, what lists all that is installed or runs. */
export interface InventoryFormat extends ManifestFormat {
	/** Whether a text of unknown name is of the kind. */
	looks: (text: string) => boolean;
}

const has =
	(...patterns: RegExp[]) =>
	(text: string): boolean =>
		patterns.every((pattern) => pattern.test(text));

/** How a manifest without a name is known, by the id of its format; any other is known by its name only. */
const MANIFEST_LOOKS: readonly (readonly [string, (text: string) => boolean])[] = [
	['package.json', has(/^\s*\{/, /"(?:d|devD|peerD|optionalD)ependencies"\s*:/)],
	['pyproject.toml', has(/^\[(?:project|tool\.[\w.-]+|dependency-groups|build-system)\]/m)],
	['Cargo.toml', has(/^\[(?:package|workspace|dependencies)\]/m)],
	['go.mod', has(/^module\s+\S+$/m)],
	['pom.xml', has(/<project[\s>]/)],
	['compose.yaml', has(/^services:/m)],
	['Chart.yaml', has(/^apiVersion:\s*v[12]\s*$/m, /^dependencies:/m)],
	['environment.yml', has(/^dependencies:/m, /^channels:/m)],
	['Dockerfile', has(/^FROM\s+\S+/im, /^(?:RUN|CMD|COPY|ENTRYPOINT|WORKDIR|ENV)\s/im)],
	['setup.py', has(/\bsetup\s*\(/)],
	['setup.cfg', has(/^\[options\]/m)],
	['requirements.txt', isRequirements]
];

const inventory = (
	id: string,
	path: RegExp,
	looks: InventoryFormat['looks'],
	read: ManifestReader
): InventoryFormat => ({ id, path, looks, read });

/** A new format is a file beside this one, a row here, and a test. The first row that fits decides. */
export const INVENTORY_FORMATS: readonly InventoryFormat[] = [
	inventory(
		'CycloneDX SBOM',
		/\.cdx\.json$|(^|\/)bom\.json$/,
		has(/"bomFormat"\s*:\s*"CycloneDX"/),
		readCycloneDx
	),
	inventory(
		'SPDX SBOM',
		/\.spdx\.json$/,
		has(/"spdxVersion"\s*:|"@context"\s*:[^{}]*spdx\.org/),
		readSpdx
	),
	inventory(
		'package-lock.json',
		/(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
		has(/^\s*\{/, /"lockfileVersion"\s*:\s*\d/),
		readPackageLock
	),
	inventory('pnpm-lock.yaml', /(^|\/)pnpm-lock\.ya?ml$/, has(/^lockfileVersion:/m), readPnpmLock),
	inventory(
		'yarn.lock',
		/(^|\/)yarn\.lock$/,
		has(/^# yarn lockfile v\d|^__metadata:/m),
		readYarnLock
	),
	inventory(
		'Python lock file',
		/(^|\/)((uv|poetry|pdm)\.lock|pylock(\.[\w-]+)?\.toml)$/,
		has(/^\[\[packages?\]\]/m),
		readPythonLock
	),
	...MANIFEST_FORMATS.map((format) => ({
		...format,
		looks: MANIFEST_LOOKS.find(([id]) => id === format.id)?.[1] ?? (() => false)
	})),
	inventory(
		'Kubernetes manifest',
		/(^|\/)(values[\w.-]*|kustomization)\.ya?ml$/,
		has(/^\s*"?apiVersion"?\s*:/m, /^\s*"?kind"?\s*:/m),
		readKubernetes
	)
];

/** Every line is a requirement, a remark or an option, and one at least names a package. */
function isRequirements(text: string): boolean {
	const lines = text.split('\n').map((line) => line.trim());
	const told = lines.filter((line) => line !== '' && !line.startsWith('#'));
	return (
		told.length > 0 &&
		told.every((line) => /^-|^[A-Za-z0-9][\w.-]*\s*(?:$|[[=<>!~;@(\\])/.test(line))
	);
}
