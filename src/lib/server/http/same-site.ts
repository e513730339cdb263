const FORM_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Whether another site's page sent a form here. The scheme does not count: behind a proxy the server may not know its
 * own. A form without an origin is refused.
 */
export function isForeignForm(request: Request, host: string): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return false;
	const type = request.headers.get('content-type');
	const origin = request.headers.get('origin');
	// Browsers name the origin of whatever they send.
	if (type === null && origin === null) return false;
	if (type !== null && !FORM_TYPES.test(type)) return false;
	return origin === null || !URL.canParse(origin) || new URL(origin).host !== host;
}
