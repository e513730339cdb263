import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseClientErrors } from './client-errors.ts';

/** Longest waits in milliseconds, and most connections. A silent client is closed, a slow one is not. */
const LIMITS = {
	maxHeaderSize: 16_384,
	headersTimeout: 10_000,
	requestTimeout: 15_000,
	keepAliveTimeout: 65_000,
	connectionsCheckingInterval: 2_000,
	// Health checks of HTTP/1.1 without a host are answered, too.
	requireHostHeader: false
};
const MOST_CONNECTIONS = 8_000;
const SILENCE_MS = 20_000;
/** Connections that wait to be taken; the default of 511 loses some of a crowd. */
const MOST_WAITING = 4096;

/** `limits`: other waits than the server's own. */
export function limitedServer(
	answer: RequestListener,
	limits: Partial<typeof LIMITS> = {}
): Server {
	const server = createServer({ ...LIMITS, ...limits }, answer);
	server.timeout = SILENCE_MS;
	server.maxConnections = MOST_CONNECTIONS;
	refuseClientErrors(server);
	return server;
}

/** Its port. @throws {Error} when the port is taken. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
	server.listen(port, host, MOST_WAITING);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** Takes no new connection, lets requests end, and cuts what is left after `timeoutMs`. */
export async function closeOrderly(server: Server, timeoutMs: number): Promise<void> {
	if (!server.listening) return;
	const closed = once(server, 'close');
	server.close();
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	server.closeIdleConnections();
	const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
	await closed;
	clearInterval(idle);
	clearTimeout(cut);
}
