import { readBuildGradle } from './build-gradle.ts';
import { readCargoToml } from './cargo-toml.ts';
import { readChartYaml } from './chart-yaml.ts';
import { readCompose } from './compose.ts';
import type { Declared, ManifestReader } from './declared.ts';
import { readDockerfile } from './dockerfile.ts';
import { readEnvironmentYml } from './environment-yml.ts';
import { readGoMod } from './go-mod.ts';
import { readPackageJson } from './package-json.ts';
import { readPomXml } from './pom-xml.ts';
import { readPyproject } from './pyproject.ts';
import { readRequirements } from './requirements.ts';
import { readSetupCfg } from './setup-cfg.ts';
import { readSetupPy } from './setup-py.ts';

/** A kind of dependency manifest. */
export interface ManifestFormat {
	id: string;
	/** Which files are of the kind, by their path. */
	path: RegExp;
	read: ManifestReader;
}

/** A new format is a file beside this one, a row here, and a test. The first row that fits a path decides. */
export const MANIFEST_FORMATS: readonly ManifestFormat[] = [
	{ id: 'go.mod', path: /(^|\/)go\.mod$/, read: readGoMod },
	{ id: 'package.json', path: /(^|\/)package\.json$/, read: readPackageJson },
	{ id: 'pyproject.toml', path: /(^|\/)pyproject\.toml$/, read: readPyproject },
	{ id: 'setup.py', path: /(^|\/)setup\.py$/, read: readSetupPy },
	{ id: 'setup.cfg', path: /(^|\/)setup\.cfg$/, read: readSetupCfg },
	{
		id: 'requirements.txt',
		path: /(^|\/)([\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(txt|in)$/,
		read: readRequirements
	},
	{ id: 'Cargo.toml', path: /(^|\/)Cargo\.toml$/, read: readCargoToml },
	{ id: 'pom.xml', path: /(^|\/)pom\.xml$/, read: readPomXml },
	{ id: 'build.gradle', path: /(^|\/)build\.gradle(\.kts)?$/, read: readBuildGradle },
	{
		id: 'compose.yaml',
		path: /(^|\/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$/,
		read: readCompose
	},
	{
		id: 'Dockerfile',
		path: /(^|\/)((Docker|Container)file([._-][\w.-]+)?|[\w.-]+\.(Docker|docker|Container)file)$/,
		read: readDockerfile
	},
	{ id: 'environment.yml', path: /(^|\/)environment\.ya?ml$/, read: readEnvironmentYml },
	{ id: 'Chart.yaml', path: /(^|\/)Chart\.ya?ml$/, read: readChartYaml }
];

/** The format of a file by its path; null where it is no manifest. */
export const manifestFormat = (path: string): ManifestFormat | null =>
	MANIFEST_FORMATS.find((format) => format.path.test(path)) ?? null;

/**
 * The names that a manifest declares; none of a file that is empty or no manifest.
 * @throws {InputError} with file and line when it cannot be read.
 */
export const readManifest = (path: string, text: string): Declared[] =>
	text.trim() === '' ? [] : (manifestFormat(path)?.read(text.replace(/\r\n/g, '\n'), path) ?? []);
