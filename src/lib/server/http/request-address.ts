import type { IncomingMessage } from 'node:http';

/** Where a request leads. */
export interface RequestAddress {
	/** Path and parameters, sorted by name: two spellings of one address are one. */
	url: string;
	path: string;
	/** With the name and protocol by which the site was reached: answers may name it. */
	key: string;
}

/** Headers that say by which address a visitor reached the site. */
export interface OriginHeaders {
	/** Where the site stands; null: as the request says. */
	origin: string | null;
	protocolHeader: string | null;
	hostHeader: string | null;
	portHeader: string | null;
}

/** Longest address, in characters. */
export const MAX_ADDRESS = 2048;

export function requestAddress(
	{ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
	names: OriginHeaders
): RequestAddress {
	const start = url.indexOf('?');
	const path = start === -1 ? url : url.slice(0, start);
	const query = start === -1 ? '' : sorted(url.slice(start + 1));
	const whole = query === '' ? path : `${path}?${query}`;
	return { url: whole, path, key: `${siteOf(headers, names)}${whole}` };
}

/** Headers by which the site knows where it stands; the host of HTTP/1.0 may be missing. */
export function siteHeaders(
	headers: IncomingMessage['headers'],
	{ protocolHeader, hostHeader, portHeader }: OriginHeaders
): Record<string, string> {
	const passed: Record<string, string> = { host: headers.host || 'localhost' };
	for (const name of [protocolHeader, hostHeader, portHeader]) {
		const value = name === null ? undefined : headers[name];
		if (name !== null && value !== undefined) passed[name] = String(value);
	}
	return passed;
}

const siteOf = (headers: IncomingMessage['headers'], names: OriginHeaders): string =>
	names.origin ?? Object.values(siteHeaders(headers, names)).join(' ');

function sorted(query: string): string {
	const parameters = new URLSearchParams(query);
	parameters.sort();
	return parameters.toString();
}
