import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { print } from '../bench/figure.ts';
import { pause, type SoakedServer } from './soaked-server.ts';

const SILENT = 5000;
const HALF_SENT = 300;

interface Closed {
	open: number;
	answered408: number;
	seconds: number;
}

/** Connections that say nothing, or half of a request, beside one reader. */
export async function idleConnections(server: SoakedServer): Promise<void> {
	const counts = [server.port, SILENT, HALF_SENT].map(String);
	const clients = spawn(
		process.execPath,
		[join(import.meta.dirname, 'silent-clients.ts'), ...counts],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const said = text(clients.stdout);
	const ended = once(clients, 'exit').then(() => true);
	let slowest = 0;
	while (!(await Promise.race([ended, pause(50).then(() => false)]))) {
		slowest = Math.max(slowest, (await server.ask('/')).ms);
	}
	const { open, answered408, seconds } = JSON.parse(await said) as Closed;
	print({
		what: `${open} silent and half-sent connections: all closed after`,
		measured: seconds,
		unit: 's',
		target: 14
	});
	print({
		what: `${HALF_SENT} half-sent: answered with 408`,
		measured: answered408,
		unit: '',
		target: HALF_SENT,
		atLeast: true
	});
	print({ what: 'slowest page beside them', measured: slowest, unit: 'ms', target: 50 });
}

const line = (start: string, rest = '') =>
	`${start}\r\nHost: x\r\nConnection: close\r\n${rest}\r\n`;
/** What no browser sends, and the statuses that may answer it. */
const ODD: [string, string, number[]][] = [
	['headers of 20 kB', line('GET / HTTP/1.1', `X: ${'a'.repeat(20_000)}\r\n`), [431]],
	['an address of 8 kB', line(`GET /${'a'.repeat(8000)} HTTP/1.1`), [414]],
	['a body of 2 MB', line('POST / HTTP/1.1', 'Content-Length: 2000000\r\n'), [403, 405, 413]],
	['TRACE', line('TRACE / HTTP/1.1'), [405]],
	['a range', line('GET / HTTP/1.1', 'Range: bytes=0-9\r\n'), [200]],
	['HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', [200]],
	['no HTTP', 'hello\r\n\r\n', [400]]
];

/** Requests that no browser sends: each gets its own status. */
export async function oddRequests(server: SoakedServer): Promise<void> {
	let wrong = 0;
	for (const [name, sent, wanted] of ODD) {
		const status = await statusOf(server.port, sent);
		if (wanted.includes(status)) continue;
		wrong += 1;
		console.log(`${name}: ${status}, not ${wanted.join(' or ')}`);
	}
	print({
		what: `${ODD.length} odd requests: wrong statuses`,
		measured: wrong,
		unit: '',
		target: 0
	});
}

const statusOf = (port: number, sent: string): Promise<number> =>
	new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1', () => socket.write(sent));
		let said = '';
		socket.on('data', (chunk) => (said += chunk.toString('latin1').slice(0, 20)));
		socket.on('error', () => {});
		socket.on('close', () => resolve(Number(said.slice(9, 12))));
	});
