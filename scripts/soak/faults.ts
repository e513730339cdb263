import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createConnection } from 'node:net';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '#lib/radar/model/random.ts';
import { print } from '../bench/figure.ts';
import { pause, type SoakedServer } from './soaked-server.ts';
import { put, type Published } from './under-load.ts';

/** The published file is noise, then locked: the old edition stays. */
export async function brokenFiles(server: SoakedServer, files: Published): Promise<void> {
	writeFileSync(files.served, 'noise '.repeat(9000));
	await pause(1500);
	const statuses: number[] = [];
	for (const path of ['/', '/trends', '/projects/kserve', '/api/v1/radar.csv']) {
		statuses.push((await server.ask(path)).status);
	}
	put(files.now, files);
	const lock = new Sqlite(files.served);
	lock.exec('BEGIN EXCLUSIVE');
	for (const path of ['/landscape', '/compare?p=vllm,ray']) {
		statuses.push((await server.ask(path)).status);
	}
	await pause(1500);
	lock.exec('ROLLBACK');
	lock.close();
	print({
		what: 'pages that fail while the file is noise, or locked',
		measured: statuses.filter((status) => status !== 200).length,
		unit: '',
		target: 0
	});
}

const SILENT = 5000;
const HALF_SENT = 300;

/** Connections that say nothing, or half of a request, beside one reader. */
export async function idleConnections(server: SoakedServer): Promise<void> {
	const began = performance.now();
	let [open, answered408] = [0, 0];
	const closed = Array.from({ length: SILENT + HALF_SENT }, (_, at) => {
		const isHalfSent = at < HALF_SENT;
		return new Promise<void>((resolve) => {
			const socket = createConnection(server.port, '127.0.0.1', () => {
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
	const all = Promise.all(closed).then(() => true);
	let slowest = 0;
	while (!(await Promise.race([all, pause(100).then(() => false)]))) {
		slowest = Math.max(slowest, (await server.ask('/')).ms);
		if (performance.now() - began > 60_000) break;
	}
	print({
		what: `${open} silent and half-sent connections: all closed after`,
		measured: (performance.now() - began) / 1000,
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

/** A publish is killed at 20 random moments: what is there stays whole. */
export async function killedPublishes(server: SoakedServer, files: Published): Promise<void> {
	const random = seededRandom(20);
	let [failed, damaged] = [0, 0];
	for (let at = 0; at < 20; at++) {
		const publish = spawn(process.execPath, ['scripts/radar.ts', 'publish', '--to', files.served], {
			env: { ...process.env, DATABASE_PATH: at % 2 === 0 ? files.before : files.now },
			stdio: 'ignore'
		});
		const ended = once(publish, 'exit');
		await Promise.race([ended, pause(200 + random() * 2500)]);
		publish.kill('SIGKILL');
		await ended;
		const file = new Sqlite(files.served, { readonly: true });
		if (file.pragma('quick_check', { simple: true }) !== 'ok') damaged += 1;
		file.close();
		if ((await server.ask(`/table?kill=${at}`)).status !== 200) failed += 1;
	}
	print({ what: '20 publishes killed: damaged files', measured: damaged, unit: '', target: 0 });
	print({ what: '20 publishes killed: failed pages', measured: failed, unit: '', target: 0 });
	await publishAgain(files);
	print({
		what: 'parts left after the next publish',
		measured: Number(existsSync(`${files.served}.part`)),
		unit: '',
		target: 0
	});
}

async function publishAgain({ served, now }: Published): Promise<void> {
	const publish = spawn(process.execPath, ['scripts/radar.ts', 'publish', '--to', served], {
		env: { ...process.env, DATABASE_PATH: now },
		stdio: 'ignore'
	});
	await once(publish, 'exit');
}

/** Killed in the middle of requests, it starts again. */
export async function killedServer(server: SoakedServer): Promise<void> {
	const asked = Promise.allSettled(
		['/', '/trends', '/what-if'].map((path) => server.ask(`${path}?killed`))
	);
	await server.end('SIGKILL');
	await asked;
	print({
		what: 'start after kill -9, first page included',
		measured: await server.start(),
		unit: 'ms',
		target: 1000
	});
}

/** SIGTERM while a page is made: it is answered, and the server ends with 0. */
export async function orderlyEnd(server: SoakedServer): Promise<void> {
	const last = new Promise<number>((resolve, reject) =>
		get({ port: server.port, host: '127.0.0.1', path: '/what-if?soak' }, (answer) => {
			answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
		}).on('error', reject)
	);
	await pause(30);
	const code = await server.end('SIGTERM');
	print({
		what: 'exit code after SIGTERM with a request in flight',
		measured: code ?? NaN,
		unit: '',
		target: 0
	});
	print({ what: 'status of that request', measured: await last, unit: '', target: 200 });
}
