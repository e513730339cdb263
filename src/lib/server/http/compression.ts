const COMPRESSIBLE = /^(text\/|application\/(json|xml|atom\+xml|feed\+json)|image\/svg)/;
/** Smaller answers fit into one packet. */
const MIN_BYTES = 1024;

export function compressed(request: Request, response: Response): Response {
	const { headers, body, status, statusText } = response;
	const length = Number(headers.get('content-length') ?? Infinity);
	const type = headers.get('content-type') ?? '';
	const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
	if (
		body === null ||
		headers.has('content-encoding') ||
		length < MIN_BYTES ||
		!COMPRESSIBLE.test(type)
	) {
		return response;
	}
	const varied = new Headers(headers);
	varied.append('vary', 'accept-encoding');
	if (!accepts) return new Response(body, { status, statusText, headers: varied });
	varied.set('content-encoding', 'gzip');
	varied.delete('content-length');
	// Compression changes the bytes, so the ETag becomes weak.
	const etag = varied.get('etag');
	if (etag !== null && !etag.startsWith('W/')) varied.set('etag', `W/${etag}`);
	const zipped = body.pipeThrough(new CompressionStream('gzip'));
	return new Response(zipped, { status, statusText, headers: varied });
}
