import { githubUrl } from '#lib/radar/words/addresses.ts';

/** Target of an address in the landscape. */
export type RepositoryAddress =
	| { kind: 'repository'; owner: string; name: string }
	| { kind: 'organization'; owner: string }
	| { kind: 'other-host'; host: string }
	| { kind: 'none' };

const NAME = /^[\w.-]+$/;
/** GitHub paths that look like accounts. */
const RESERVED = new Set([
	'features',
	'orgs',
	'sponsors',
	'topics',
	'marketplace',
	'apps',
	'about'
]);

/** `irregular`: has `http`, `www.`, `.git`, a trailing slash or a deeper path. */
export function readRepositoryAddress(
	url: string | null
): RepositoryAddress & { irregular: boolean } {
	if (url === null || url.trim() === '') return { kind: 'none', irregular: false };
	let parsed: URL;
	try {
		parsed = new URL(url.trim());
	} catch {
		return { kind: 'none', irregular: true };
	}
	if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
		return { kind: 'none', irregular: true };
	}
	const host = parsed.hostname.toLowerCase().replace(/^www\./, '');
	if (host !== 'github.com') return { kind: 'other-host', host, irregular: false };
	const parts = parsed.pathname.split('/').filter(Boolean);
	const [owner, rest] = parts;
	const name = rest?.replace(/\.git$/, '');
	if (owner === undefined || !NAME.test(owner) || RESERVED.has(owner))
		return { kind: 'none', irregular: true };
	if (name === undefined || name === '') return { kind: 'organization', owner, irregular: false };
	if (!NAME.test(name)) return { kind: 'none', irregular: true };
	const irregular = url !== githubUrl(`${owner}/${name}`);
	return { kind: 'repository', owner, name, irregular };
}

/** GitHub names ignore case. */
export const repositoryKey = (nameWithOwner: string): string => nameWithOwner.toLowerCase();
