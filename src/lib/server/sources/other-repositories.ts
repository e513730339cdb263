import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { PackageTarget } from '#lib/server/sources/use-source.ts';

const REPOSITORY = /github\.com\/([\w.-]+)\/([\w.-]+)/gi;
/** Pages of GitHub that are no owner's. */
const NO_OWNERS = new Set(['sponsors', 'orgs', 'features', 'marketplace', 'topics']);

const ownerOf = (repository: string): string => repositoryKey(repository).split('/')[0] ?? '';

/**
 * Repositories that a package's metadata name, where none of them is of the owner of the project or of the file that
 * verified the package; null where one is, and where no repository is named. `texts`: addresses, or `label, address`.
 */
export function otherRepositories(
	{ repository, verified }: Pick<PackageTarget, 'repository' | 'verified'>,
	texts: readonly string[]
): string | null {
	const named = [...texts.join(' \n').matchAll(REPOSITORY)]
		.map(([, owner = '', name = '']) => `${owner}/${name.replace(/\.git$/, '')}`)
		.filter((one) => !NO_OWNERS.has(ownerOf(one)));
	const own = new Set([repository, ...(verified.match(/^[\w.-]+\/[\w.-]+/) ?? [])].map(ownerOf));
	if (named.length === 0 || named.some((one) => own.has(ownerOf(one)))) return null;
	return [...new Set(named.map(repositoryKey))].sort().join(', ');
}
