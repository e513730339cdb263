const HTML = /^text\/html/;
const FRESH = 'public, max-age=60, stale-while-revalidate=600';

const OF_ALL = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin'
};
const OF_PAGES = {
	'permissions-policy':
		'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};
/** SvelteKit sends its own policy with each page; the page of last resort has only its style sheet. */
const OF_LAST_PAGE = {
	'content-security-policy':
		"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
};
/** Open data, pictures, badges, feeds: any site may read and show them; none runs anything. */
const OF_DATA = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'etag',
	'cross-origin-resource-policy': 'cross-origin',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox"
};
/** Pages made to be shown inside other sites. */
const EMBED = /^\/embed(\/|$)/;

/**
 * Headers of an answer: what the site said, and what protects its readers. `path`: without the base.
 * `isHttps`: visitors reach the site by https, so that they may be held to it.
 */
export function protectedHeaders(
	said: Readonly<Record<string, string>>,
	{ path, status, isHttps }: { path: string; status: number; isHttps: boolean }
): Record<string, string> {
	const isPage = HTML.test(said['content-type'] ?? '');
	const kind = isPage ? { ...OF_LAST_PAGE, ...OF_PAGES } : path.startsWith('/_app/') ? {} : OF_DATA;
	const headers: Record<string, string> = {
		...OF_ALL,
		...kind,
		...(status === 200 && { 'cache-control': FRESH }),
		...(isHttps && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
		...said
	};
	if (isPage && EMBED.test(path)) {
		delete headers['cross-origin-opener-policy'];
		headers['cross-origin-resource-policy'] = 'cross-origin';
		headers['content-security-policy'] = (headers['content-security-policy'] ?? '').replace(
			"frame-ancestors 'none'",
			'frame-ancestors *'
		);
	}
	return headers;
}
