/** Normal form of an http(s) address; null for any other text. */
export function safeUrl(url: string | null): string | null {
	if (url === null || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? href : null;
}
