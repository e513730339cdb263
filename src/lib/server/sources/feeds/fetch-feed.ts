import { canonicalAddress } from '#lib/radar/news/articles/canonical-address.ts';
import { retryAfter } from '#lib/server/sources/retry-after.ts';
import { decodeFeed } from './charset.ts';
import { FeedFault } from './fault.ts';
import { checkedAddresses, resolveHost, type Resolve } from './public-address.ts';
import { requestOnce, type FeedResponse } from './request.ts';

export interface FetchOptions {
	/** Names the program, with a link to what it is. */
	userAgent: string;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Until a feed must have come whole, all redirects included. */
	timeoutMs?: number;
	/** After unpacking. */
	maxBytes?: number;
	/** Tests answer for the name servers. */
	resolve?: Resolve;
	/** Addresses that are taken though they are not public. Only tests have any. */
	allowedAddresses?: ReadonlySet<string>;
	/** Told of every request before it is sent. */
	onRequest?: () => void;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);
/** A server that asks for longer is asked again after this. */
const LONGEST_WAIT_MS = 7 * 86_400_000;

/** What is known of a feed's last answer. */
export interface Validators {
	etag: string | null;
	/** As sent in `Last-Modified`. */
	modified: string | null;
}

export type FeedAnswer =
	| { kind: 'unchanged' }
	| ({
			kind: 'text';
			text: string;
			/** Where it was found, redirects followed. */
			address: string;
			/** The server says that it lives there for good; null where it does not. */
			movedTo: string | null;
	  } & Validators);

/**
 * Fetches a feed, conditionally: only http and https, only public addresses, also after a redirect, each connected to as
 * it was checked.
 * @throws {FeedFault} with what went wrong, in words.
 */
export async function fetchFeed(
	address: string,
	known: Validators,
	options: FetchOptions
): Promise<FeedAnswer> {
	const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
	try {
		return await follow(address, known, options, signal);
	} catch (error) {
		if (error instanceof FeedFault) throw error;
		if (signal.aborted) {
			const seconds = (options.timeoutMs ?? TIMEOUT_MS) / 1000;
			throw new FeedFault(`did not come whole within ${seconds} s`);
		}
		throw new FeedFault(`cannot be read: ${reasonOf(error)}`);
	}
}

async function follow(
	address: string,
	known: Validators,
	options: FetchOptions,
	signal: AbortSignal
): Promise<FeedAnswer> {
	let url = webAddress(address, null);
	let movedTo: string | null = null;
	// Only an unbroken chain of lasting redirects says where a feed lives.
	let lasting = true;
	for (let redirects = 0; ; redirects++) {
		const addresses = await abortable(
			checkedAddresses(
				url.hostname,
				options.resolve ?? resolveHost,
				options.allowedAddresses ?? new Set()
			),
			signal
		);
		options.onRequest?.();
		const response = await requestOnce(url, {
			headers: headersOf(known, options),
			addresses,
			maxBytes: options.maxBytes ?? MAX_BYTES,
			signal
		});
		if (response.status === 304) return { kind: 'unchanged' };
		if (!REDIRECTS.has(response.status)) {
			return { ...textOf(response, url, options.now()), movedTo };
		}
		if (redirects === MOST_REDIRECTS) {
			throw new FeedFault(`redirects more than ${MOST_REDIRECTS} times`);
		}
		const to = response.header('location');
		if (to === null) throw new FeedFault(`answered ${response.status} without saying where to`);
		url = webAddress(to, url);
		lasting &&= FOR_GOOD.has(response.status);
		const spelling = canonicalAddress(url.href) === canonicalAddress(address);
		movedTo = lasting && !spelling ? url.href : null;
	}
}

function webAddress(address: string, from: URL | null): URL {
	if (!URL.canParse(address, from?.href))
		throw new FeedFault(`leads to ${address}, which is no address`);
	const url = new URL(address, from?.href);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new FeedFault(`leads to ${url.protocol} instead of http or https`);
	}
	return url;
}

const headersOf = ({ etag, modified }: Validators, { userAgent }: FetchOptions) => ({
	'user-agent': userAgent,
	accept:
		'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.1',
	...(etag === null ? {} : { 'if-none-match': etag }),
	...(modified === null ? {} : { 'if-modified-since': modified })
});

function textOf({ status, header, body }: FeedResponse, url: URL, now: number) {
	if (status === 410) throw new FeedFault('is gone (410): set it off in data/feeds.yml');
	if (status !== 200) {
		const until = retryAfter(header('retry-after'), now, LONGEST_WAIT_MS);
		const wait =
			until === null ? '' : `, and asks to be left alone until ${new Date(until).toISOString()}`;
		throw new FeedFault(`answered ${status}${wait}`, until);
	}
	if (body.length === 0) throw new FeedFault('is empty');
	return {
		kind: 'text' as const,
		text: decodeFeed(body, header('content-type')),
		address: url.href,
		etag: header('etag'),
		modified: header('last-modified')
	};
}

/** Name servers know no signal. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	signal.throwIfAborted();
	const { promise, reject } = Promise.withResolvers<never>();
	const onAbort = () => reject(signal.reason);
	signal.addEventListener('abort', onAbort, { once: true });
	return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	if (code === 'ECONNRESET' || error.message === 'aborted') return 'it broke off';
	if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') return 'what is packed in it is damaged';
	return code === '' ? error.message : code;
}
