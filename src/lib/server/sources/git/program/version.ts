import { spawnSync } from 'node:child_process';

/** `GIT_CONFIG_GLOBAL` keeps the user's settings out from this version on. */
const OLDEST = [2, 32] as const;

/** No usable git. The message is a sentence for a person. */
export class GitMissing extends Error {}

/**
 * The version of git on this machine, such as `2.47.1`.
 * @throws {GitMissing} when there is none, or an older one than 2.32.
 */
export function gitVersion(base: NodeJS.ProcessEnv = process.env): string {
	const { stdout, error } = spawnSync('git', ['version'], { env: base, encoding: 'utf8' });
	const [, version = '', major = '', minor = ''] =
		/^git version ((\d+)\.(\d+)[\w.]*)/.exec(error ? '' : stdout) ?? [];
	if (version === '')
		throw new GitMissing(
			'Git is needed to read histories, and was not found: install git 2.32 or newer.'
		);
	const [wantedMajor, wantedMinor] = OLDEST;
	if (Number(major) < wantedMajor || (Number(major) === wantedMajor && Number(minor) < wantedMinor))
		throw new GitMissing(`Git ${version} is too old to read histories: install git 2.32 or newer.`);
	return version;
}
