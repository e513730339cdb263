/** Tag URI (RFC 4151) from the repository, so it survives a move of the site. */
export function tagUri(repository: string, what: string): string {
	const { hostname, pathname } = new URL(repository);
	return `tag:${hostname},2026:${pathname.replace(/^\/|\/$/g, '')}:${what}`;
}
