/** Page of a repository "owner/name". */
export const githubUrl = (repository: string): string => `https://github.com/${repository}`;

/** Normal form of an http(s) address; null for any other text. */
export function safeUrl(url: string | null): string | null {
	if (url === null || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** Leaves out null; returns '' when nothing is left. */
export function queryText(parts: Readonly<Record<string, string | null>>): `?${string}` | '' {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(parts)) {
		if (value !== null) params.set(name, value);
	}
	return params.size === 0 ? '' : `?${params.toString().replaceAll('%2C', ',')}`;
}
