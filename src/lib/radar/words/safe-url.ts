/**
 * The address when it may stand in a link, in its normal form; null for anything but http and https
 * (`javascript:`, `data:`, relative paths, text that is no address).
 */
export function safeUrl(url: string | null): string | null {
	if (url === null || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? href : null;
}
