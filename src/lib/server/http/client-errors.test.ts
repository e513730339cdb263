import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { refuseClientErrors } from './client-errors.ts';

const server = () => {
	const made = createServer();
	refuseClientErrors(made);
	return made;
};
/** A connection that remembers what is said on it. */
function connection(): { socket: Socket; said: string[] } {
	const said: string[] = [];
	const socket = {
		writable: true,
		write: (text: string) => said.push(text.split('\r\n')[0] ?? ''),
		destroySoon: () => said.push('closed')
	};
	return { socket: socket as unknown as Socket, said };
}
const problem = (code: string) => Object.assign(new Error(code), { code });
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('thousands of silent connections are closed with 408, some in each turn of the loop', async () => {
	const listening = server();
	const silent = Array.from({ length: 120 }, connection);
	for (const { socket } of silent) {
		listening.emit('clientError', problem('ERR_HTTP_REQUEST_TIMEOUT'), socket);
	}
	const closed = () => silent.filter(({ said }) => said.includes('closed')).length;
	const counts = [closed()];
	while (closed() < silent.length) {
		await turn();
		counts.push(closed());
	}
	expect(counts.length).toBeGreaterThan(3);
	expect(silent[119]?.said).toEqual(['HTTP/1.1 408 Request Timeout', 'closed']);
	const next = connection();
	listening.emit('clientError', problem('ERR_HTTP_REQUEST_TIMEOUT'), next.socket);
	await turn();
	expect(next.said).toHaveLength(2);
});

test.each([
	['HPE_HEADER_OVERFLOW', 'HTTP/1.1 431 Request Header Fields Too Large'],
	['HPE_CHUNK_EXTENSIONS_OVERFLOW', 'HTTP/1.1 413 Payload Too Large'],
	['HPE_INVALID_METHOD', 'HTTP/1.1 400 Bad Request']
])('%s is answered at once', (code, said) => {
	const one = connection();
	server().emit('clientError', problem(code), one.socket);
	expect(one.said).toEqual([said, 'closed']);
});

test('nothing is written into half an answer, or to a client that has gone', () => {
	const listening = server();
	const [half, gone] = [connection(), connection()];
	const begun = { headersSent: true, writableFinished: false } as ServerResponse;
	listening.emit('request', { socket: half.socket }, begun);
	Object.assign(gone.socket, { writable: false });
	for (const { socket } of [half, gone]) {
		listening.emit('clientError', problem('HPE_INVALID_METHOD'), socket);
	}
	expect([half.said, gone.said]).toEqual([['closed'], ['closed']]);
});
