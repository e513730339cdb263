import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** So many pages are kept; the one that was kept first goes first. */
const MOST_PAGES = 300;
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];

interface Page {
	html: Buffer;
	headers: [string, string][];
	/** By encoding, made when first asked for. */
	bodies: Map<Encoding, Buffer>;
}

/**
 * Rendered pages, ready to be sent. A page depends on its address and on the database, not on who asks: it is rendered and
 * compressed once, and forgotten when another process publishes.
 */
export class PageCache {
	readonly #pages = new Map<string, Page>();
	#version: number | null = null;

	/** The kept page in an encoding that the browser takes; null when it has to be rendered. */
	answer(request: Request, address: string, version: number): Response | null {
		if (version !== this.#version) {
			this.#pages.clear();
			this.#version = version;
		}
		const page = this.#pages.get(address);
		return page === undefined ? null : send(page, request);
	}

	/** Keeps a rendered page and answers with it. Only whole pages are kept: others pass as they are. */
	async keep(request: Request, address: string, response: Response): Promise<Response> {
		const type = response.headers.get('content-type') ?? '';
		if (
			response.status !== 200 ||
			!type.startsWith('text/html') ||
			response.headers.has('set-cookie')
		) {
			return response;
		}
		const headers = new Headers(response.headers);
		headers.delete('link');
		const page: Page = {
			html: Buffer.from(withPreloads(await response.text(), response.headers.get('link'))),
			headers: [...headers],
			bodies: new Map()
		};
		const [oldest] = this.#pages.keys();
		if (this.#pages.size >= MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
		this.#pages.set(address, page);
		return send(page, request);
	}
}

/** Moves the modules that a header tells to load early into the head of the page, where they are compressed. */
function withPreloads(html: string, header: string | null): string {
	const modules = [...(header ?? '').matchAll(/<([^>]+)>; rel="modulepreload"/g)];
	const links = modules.map(([, address]) => `<link rel="modulepreload" href="${address}">`);
	return html.replace('</head>', () => `${links.join('')}</head>`);
}

function send(page: Page, request: Request): Response {
	const accepted = request.headers.get('accept-encoding') ?? '';
	const encoding =
		ENCODINGS.find((name) => new RegExp(`\\b${name}\\b`).test(accepted)) ?? 'identity';
	const body = page.bodies.get(encoding) ?? encode(page.html, encoding);
	page.bodies.set(encoding, body);
	const headers = new Headers(page.headers);
	headers.append('vary', 'accept-encoding');
	headers.set('content-length', String(body.length));
	if (encoding !== 'identity') headers.set('content-encoding', encoding);
	return new Response(new Uint8Array(body), { headers });
}

function encode(html: Buffer, encoding: Encoding): Buffer {
	// Shorter blocks follow more closely how markup, names and numbers differ: 1 % less for a page of a thousand projects.
	if (encoding === 'gzip')
		return gzipSync(html, { level: constants.Z_BEST_COMPRESSION, memLevel: 7 });
	if (encoding === 'br') {
		return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
	}
	return html;
}
