/** How far one machine carries: seeding, starting and answering with many made-up projects. Needs a build. */
import {
	appendFileSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { publishFile } from '#lib/server/publish/publish-file.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { writeSyntheticData } from '../../tests/fixtures/synthetic-data.ts';
import { SoakedServer } from '../soak/soaked-server.ts';
import { print, timed } from './figure.ts';

/** Projects, editions, and the longest seeding in seconds. */
const SIZES = [
	[1000, 1, 15],
	[1000, 25, 60],
	[10_000, 1, 120]
] as const;
const PAGES = ['/', '/table', '/api/v1/radar.json'];
const MEGABYTE = 1024 ** 2;

/** Editions of the months after the one that is there, measured anew in each. */
function addMonths(folder: string, editions: number): void {
	for (let month = 1; month < editions; month++) {
		const id = new Date(Date.UTC(2026, 7 + month, 1)).toISOString().slice(0, 7);
		const date = new Date(Date.UTC(2026, 8 + month, 0)).toISOString().slice(0, 10);
		for (const record of ['membership', 'observations']) {
			const first = readFileSync(join(folder, record, '2026-08.ndjson'), 'utf8');
			writeFileSync(join(folder, record, `${id}.ndjson`), first.replaceAll('2026-08-', `${id}-`));
		}
		const line = JSON.stringify({ id, date, kind: 'month' });
		appendFileSync(join(folder, 'editions.ndjson'), `${line}\n`);
	}
}

for (const [projects, editions, target] of SIZES) {
	const folder = mkdtempSync(join(tmpdir(), 'radar-limits-'));
	const paths = { data: join(folder, 'data'), db: join(folder, 'a.db'), out: join(folder, 'b.db') };
	const of = `${projects} projects, ${editions} edition${editions === 1 ? '' : 's'}`;
	writeSyntheticData(paths.data, 'data', projects, 7);
	addMonths(paths.data, editions);
	const db = openForWriting(paths.db);
	const before = process.cpuUsage();
	const seeded = await timed(() => seedDatabase(db, readDataFolder(paths.data)));
	const { user, system } = process.cpuUsage(before);
	db.$client.close();
	await publishFile(paths.db, paths.out);
	print({ what: `${of}: seeding`, measured: seeded.ms / 1000, unit: 's', target });
	print({ what: `${of}: its processor time`, measured: (user + system) / 1e6, unit: 's', target });
	const size = statSync(paths.out).size / MEGABYTE;
	print({ what: `${of}: database`, measured: size, unit: 'MB', target: 500 });
	const server = new SoakedServer(4478, { DATABASE_PATH: paths.out, RADAR_CACHE: folder });
	print({
		what: `${of}: start, with page`,
		measured: await server.start(),
		unit: 'ms',
		target: 3000
	});
	print({
		what: `${of}: its processor time`,
		measured: server.cpu() / 1000,
		unit: 's',
		target: 3
	});
	for (const path of PAGES) {
		for (const kind of ['cold', 'kept']) {
			const { status, ms, body } = await server.ask(path, { 'accept-encoding': 'gzip' });
			if (status !== 200) throw new Error(`${path} answers ${status}.`);
			const kB = Math.round(body.length / 1024);
			print({ what: `${of}: ${path}, ${kind}, ${kB} kB`, measured: ms, unit: 'ms', target: 5000 });
		}
	}
	print({ what: `${of}: memory`, measured: server.memory(), unit: 'MB', target: 1024 });
	await server.end('SIGTERM');
	server.close();
	rmSync(folder, { recursive: true });
}
