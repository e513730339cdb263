import { join } from 'node:path';
import { print } from '../bench/figure.ts';
import { SoakedServer, until } from './soaked-server.ts';
import { put, type Published } from './under-load.ts';

const ADMIN_PORT = 4479;
const JUMPS = ['a day ahead', 'a day behind', '1970', 'right again'];

interface Told {
	edition: { id: string };
}

/** The clock of a running server jumps: it serves the newest edition all the same, and no age is negative. */
export async function wrongClock(files: Published, folder: string): Promise<void> {
	const server = new SoakedServer(4478, {
		DATABASE_PATH: files.served,
		RADAR_CACHE: folder,
		ADMIN_PORT: String(ADMIN_PORT),
		NODE_OPTIONS: `--import=${join(import.meta.dirname, 'wrong-clock.ts')}`
	});
	const edition = async (query: string): Promise<string> => {
		const { status, body } = await server.ask(`/api/v1/radar.json?q=${query}`);
		return status === 200 ? (JSON.parse(body) as Told).edition.id : `status ${status}`;
	};
	put(files.now, files);
	await server.start();
	const now = await edition('first');
	let [wrong, negative, slowest] = [0, 0, 0];
	for (const [at, jump] of JUMPS.entries()) {
		server.signal('SIGUSR2');
		if ((await edition(`jump${at}`)) !== now) wrong += 1;
		const ready = await fetch(`http://127.0.0.1:${ADMIN_PORT}/readyz`);
		const { ageHours } = (await ready.json()) as { ageHours: number };
		if (ready.status !== 200 || ageHours < 0) negative += 1;
		console.log(`clock ${jump}: the edition is ${ageHours} hours old`);
		for (const file of [files.before, files.now]) {
			const began = performance.now();
			const before = await edition('publish');
			put(file, files);
			await until(async () => (await edition('publish')) !== before);
			slowest = Math.max(slowest, performance.now() - began);
		}
	}
	await server.end('SIGTERM');
	server.close();
	print({
		what: `${JUMPS.length} jumps of the clock: wrong editions`,
		measured: wrong,
		unit: '',
		target: 0
	});
	print({ what: 'negative ages', measured: negative, unit: '', target: 0 });
	print({
		what: 'slowest change of edition beside them',
		measured: slowest,
		unit: 'ms',
		target: 2000
	});
}
