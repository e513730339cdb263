import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The oldest page is dropped first. */
const MOST_PAGES = 300;
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];

interface Page {
	html: Buffer;
	headers: [string, string][];
	bodies: Map<Encoding, Buffer>;
}

/** Keeps pages until another process publishes. */
export class PageCache {
	readonly #pages = new Map<string, Page>();
	#version: number | null = null;

	answer(request: Request, address: string, version: number): Response | null {
		if (version !== this.#version) {
			this.#pages.clear();
			this.#version = version;
		}
		const page = this.#pages.get(address);
		return page === undefined ? null : send(page, request);
	}

	/** Keeps only complete pages; returns others unchanged. */
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
	// `memLevel` 7 makes a page of 1,000 projects 1 % smaller.
	if (encoding === 'gzip')
		return gzipSync(html, { level: constants.Z_BEST_COMPRESSION, memLevel: 7 });
	if (encoding === 'br') {
		return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
	}
	return html;
}
