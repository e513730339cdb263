import { BodyTooLarge } from './fault.ts';

export interface BoundedFetchOptions {
	/** Bytes of a body that are read at most. */
	maxBytes: number;
	/** Milliseconds until an answer must have come whole. */
	timeoutMs: number;
	/** Told of every answer's head, and of every attempt that got none (null). */
	onAnswer: (answer: { status: number; headers: Headers } | null, url: string) => void;
}

/** Statuses whose answers must not have a body. */
const BODILESS = new Set([204, 205, 304]);

/**
 * A `fetch` that reads the whole body before it returns.
 *
 * Octokit swallows a connection cut in mid-body and hands on an empty text with status 200; here the cut is an error.
 * The size read is limited, and a server that never finishes is given up.
 */
export function boundedFetch(options: BoundedFetchOptions): typeof fetch {
	return async (input, init) => {
		const url = input instanceof Request ? input.url : String(input);
		const timeout = AbortSignal.timeout(options.timeoutMs);
		const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
		let head: Response;
		try {
			head = await fetch(input, { ...init, signal });
		} catch (error) {
			options.onAnswer(null, url);
			throw error;
		}
		options.onAnswer({ status: head.status, headers: head.headers }, url);
		const { status, statusText, headers } = head;
		const body = await readBody(head, options.maxBytes);
		// `fetch` has already unpacked the body.
		const rest = new Headers(headers);
		rest.delete('content-encoding');
		rest.delete('content-length');
		return new Response(BODILESS.has(status) ? null : body, { status, statusText, headers: rest });
	};
}

/** Reads a body whole, in the parts in which it came: joining them would hold a large one twice. */
async function readBody(response: Response, maxBytes: number): Promise<ReadableStream<Uint8Array>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.byteLength;
		// Leaving the loop cancels the stream, so the rest is never fetched.
		if (size > maxBytes) {
			throw new BodyTooLarge(`an answer larger than ${Math.round(maxBytes / 1e6)} MB was not read`);
		}
		parts.push(part);
	}
	return new ReadableStream({
		pull(controller) {
			const part = parts.shift();
			if (part) controller.enqueue(part);
			else controller.close();
		}
	});
}
