import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncoding, encoded, isCompressible, type Encoding } from './accept-encoding.ts';

/** An answer as the site made it, not compressed. */
export interface MadeAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: Buffer;
	/** Of SvelteKit, such as `/projects/[id]`; null: a file. */
	route: string | null;
	/** What it answers. */
	asked: { url: string; path: string; headers: Record<string, string> };
}

interface FinalBody {
	body: Buffer;
	headers: Record<string, string | number>;
}

/** An answer with its final bytes, in each encoding that was asked for. */
export class FinalAnswer {
	readonly made: MadeAnswer;
	readonly #hash: string;
	readonly #bodies = new Map<Encoding, FinalBody>();

	constructor(made: MadeAnswer) {
		this.made = made;
		this.#hash = createHash('sha256').update(made.body).digest('base64url').slice(0, 22);
	}

	/** Memory that it takes. */
	get bytes(): number {
		let sum = 1024;
		for (const { body } of this.#bodies.values()) sum += body.length;
		return this.#bodies.has('identity') ? sum : sum + this.made.body.length;
	}

	/** The encoding for a request. */
	encodingFor({ headers }: IncomingMessage): Encoding {
		const isSmaller = isCompressible(this.#type, this.made.body.length);
		return isSmaller ? acceptedEncoding(headers['accept-encoding']?.toString()) : 'identity';
	}

	isReady(encoding: Encoding): boolean {
		return this.#bodies.has(encoding);
	}

	async makeReady(encoding: Encoding): Promise<void> {
		if (this.#bodies.has(encoding)) return;
		// Views, of which there is no end, are asked for once.
		const isOften = !this.made.asked.url.includes('?');
		const body = await encoded(this.made.body, this.#type, encoding, isOften);
		this.#bodies.set(encoding, { body, headers: this.#headersOf(body, encoding) });
	}

	/** Sends it, or 304, or only its headers to HEAD. The encoding must be ready. */
	send(request: IncomingMessage, response: ServerResponse, encoding: Encoding): void {
		const final = this.#bodies.get(encoding);
		if (final === undefined) throw new Error(`${encoding} is not ready.`);
		const { etag } = final.headers;
		if (this.made.status === 200 && isKnown(request.headers['if-none-match'], String(etag))) {
			const { 'content-length': _, 'content-type': __, ...headers } = final.headers;
			response.writeHead(304, headers).end();
			return;
		}
		response.writeHead(this.made.status, final.headers);
		if (request.method === 'HEAD') response.end();
		else response.end(final.body);
	}

	get #type(): string {
		return this.made.headers['content-type'] ?? '';
	}

	#headersOf(body: Buffer, encoding: Encoding): Record<string, string | number> {
		const { status, headers } = this.made;
		const vary = [headers.vary, 'accept-encoding'].filter(Boolean).join(', ');
		return {
			...headers,
			...(isCompressible(this.#type, this.made.body.length) && { vary }),
			...(status === 200 && { etag: `"${this.#hash}-${encoding[0]}"` }),
			...(encoding !== 'identity' && { 'content-encoding': encoding }),
			'content-length': body.length
		};
	}
}

/** RFC 9110, 13.1.2: weak comparison with any of the list. */
function isKnown(header: string | undefined, etag: string): boolean {
	if (header === undefined) return false;
	if (header.trim() === '*') return true;
	return header.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}
