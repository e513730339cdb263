/** `node silent-clients.ts PORT SILENT HALF_SENT`: opens connections, waits until all are closed, and prints what happened as JSON. */
import { createConnection } from 'node:net';

const [port = 0, silent = 0, halfSent = 0] = process.argv.slice(2).map(Number);
const began = performance.now();
let [open, answered408] = [0, 0];

const closed = Array.from({ length: silent + halfSent }, (_, at) => {
	const isHalfSent = at < halfSent;
	return new Promise<void>((resolve) => {
		const socket = createConnection(port, '127.0.0.1', () => {
			open += 1;
			if (isHalfSent) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX: ');
		});
		socket.on('data', (chunk) => {
			if (isHalfSent && chunk.includes('408')) answered408 += 1;
		});
		socket.on('error', () => {});
		socket.on('close', () => resolve());
	});
});
const limit = new Promise<void>((resolve) => void setTimeout(resolve, 60_000).unref());
await Promise.race([Promise.all(closed), limit]);
console.log(JSON.stringify({ open, answered408, seconds: (performance.now() - began) / 1000 }));
process.exit();
