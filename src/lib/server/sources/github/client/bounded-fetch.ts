import { BodyTooLarge } from './fault.ts';

export interface BoundedFetchOptions {
	maxBytes: number;
	timeoutMs: number;
	/** Null when no answer came. */
	onAnswer: (answer: { status: number; headers: Headers } | null, url: string) => void;
}

const BODILESS = new Set([204, 205, 304]);

/** Octokit turns a connection cut mid-body into an empty 200; this throws. */
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

/** Joining the parts would need twice the memory. */
async function readBody(response: Response, maxBytes: number): Promise<ReadableStream<Uint8Array>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.byteLength;
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
