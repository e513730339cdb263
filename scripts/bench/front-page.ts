/** Front page of the built server: blips in the HTML, bytes sent, response time. */
import { get } from 'node:http';
import { percentile, print } from './figure.ts';
import { startServer } from '../../tests/fixtures/built-server.ts';

const REQUESTS = 300;
const WARM_UP = 50;

/** Compressed bytes. */
const fetchRaw = (url: string) =>
	new Promise<{ bytes: number; ms: number }>((resolve, reject) => {
		const started = performance.now();
		get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => resolve({ bytes, ms: performance.now() - started }));
			response.on('error', reject);
		}).on('error', reject);
	});

const server = await startServer();
try {
	const html = await (await fetch(server.origin)).text();
	const blips = new Set(
		[...html.matchAll(/data-project="([^"]+)"[^>]*data-ring/g)].map(([, id]) => id)
	);
	const document = (await (await fetch(`${server.origin}/api/v1/radar.json`)).json()) as {
		projects: { ring: string | null }[];
	};
	const rated = document.projects.filter(({ ring }) => ring !== null).length;
	print({
		what: `Blips in the HTML, of ${rated} rated projects`,
		measured: blips.size,
		unit: 'blips',
		target: rated,
		atLeast: true
	});

	const times: number[] = [];
	for (let i = 0; i < WARM_UP + REQUESTS; i++) {
		const { ms } = await fetchRaw(server.origin);
		if (i >= WARM_UP) times.push(ms);
	}
	print({
		what: `Answered, p95 of ${REQUESTS}`,
		measured: percentile(times, 0.95),
		unit: 'ms',
		target: 30
	});
	const { bytes } = await fetchRaw(server.origin);
	print({ what: 'The page itself, gzipped', measured: bytes / 1000, unit: 'kB', target: 100 });
} finally {
	await server.stop();
}
