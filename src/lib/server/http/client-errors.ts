import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Connections closed at a time: about 5 ms. Thousands at once hold up every reader for half a second. */
const CLOSED_AT_A_TIME = 50;

/** By the code of Node's error; any other is a request that cannot be read. */
const STATUSES: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/** Refuses requests that cannot be read, and closes connections that have been silent, a few at a time. */
export function refuseClientErrors(server: Server): void {
	const answers = new WeakMap<Socket, ServerResponse>();
	const late: Socket[] = [];
	const closeSome = (): void => {
		for (const socket of late.splice(0, CLOSED_AT_A_TIME)) close(socket, 408);
		if (late.length > 0) setImmediate(closeSome);
	};
	const close = (socket: Socket, status: number): void => {
		const begun = answers.get(socket);
		// What follows half an answer would be read as its rest.
		const isFree = begun === undefined || begun.writableFinished || !begun.headersSent;
		if (socket.writable && isFree) {
			socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
		}
		socket.destroySoon();
	};
	server.on('request', ({ socket }, response) => answers.set(socket, response));
	server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
		const status = STATUSES[error.code ?? ''] ?? 400;
		if (status !== 408) return close(socket, status);
		if (late.push(socket) === 1) setImmediate(closeSome);
	});
}
