import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFolder } from '#lib/server/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/seed.ts';
import { writeSyntheticData } from '../../tests/fixtures/synthetic-data.ts';

/** The built server on a database of its own, on loopback. */
export interface RunningServer {
	origin: string;
	stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
	const probe = createServer();
	probe.listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}

/**
 * Starts `build/` on the bundled data, or on `projects` made-up ones.
 * @throws {Error} when it does not answer.
 */
export async function startServer(projects: number | null = null): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'radar-bench-'));
	let data = 'data';
	if (projects !== null) {
		data = join(folder, 'data');
		writeSyntheticData(data, 'data', projects, 7);
	}
	const path = join(folder, 'radar.db');
	const db = openForWriting(path);
	seedDatabase(db, readDataFolder(data));
	db.$client.close();
	const port = await freePort();
	const server = spawn(process.execPath, ['build/index.js'], {
		env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_PATH: path },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	// It says where it listens once it does.
	await Promise.race([
		once(server.stdout, 'data'),
		once(server, 'exit').then(() => {
			throw new Error('The built server did not start. Build it with: npm run build');
		})
	]);
	return {
		origin: `http://127.0.0.1:${port}`,
		stop: async () => {
			server.kill();
			if (server.exitCode === null) await once(server, 'exit');
			rmSync(folder, { recursive: true });
		}
	};
}
