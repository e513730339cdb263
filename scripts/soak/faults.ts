import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '#lib/radar/model/random.ts';
import { print } from '../bench/figure.ts';
import { pause, until, type SoakedServer } from './soaked-server.ts';
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
	let slowest = 0;
	for (let at = 0; at < 80; at++) {
		const { status, ms } = await server.ask(at === 0 ? '/landscape' : '/');
		statuses.push(status);
		if (at > 0) slowest = Math.max(slowest, ms);
		await pause(100);
	}
	lock.exec('ROLLBACK');
	lock.close();
	print({
		what: 'pages that fail while the file is noise, or locked for 8 s',
		measured: statuses.filter((status) => status !== 200).length,
		unit: '',
		target: 0
	});
	print({ what: 'slowest kept page while locked', measured: slowest, unit: 'ms', target: 50 });
}

/** Started on noise it is not ready and says why; it is ready by itself once the file is mended. */
export async function noiseAtStart(server: SoakedServer, files: Published): Promise<void> {
	await server.end('SIGTERM');
	writeFileSync(files.served, 'noise '.repeat(9000));
	server.launch();
	await until(async () => (await server.ask('/readyz')).body === 'not ready\n');
	put(files.now, files);
	const began = performance.now();
	await until(async () => (await server.ask('/')).status === 200);
	print({
		what: 'started on noise: serves after it is mended',
		measured: performance.now() - began,
		unit: 'ms',
		target: 2000
	});
}

/** The file may not grow, as on a full disk: one sentence, exit 2, and what was there stays. */
export async function fullDisk(server: SoakedServer, files: Published): Promise<void> {
	const limited = `trap '' XFSZ; ulimit -f 4000; exec "$0" "$@"`;
	const publish = spawnSync(
		'bash',
		['-c', limited, process.execPath, 'scripts/radar.ts', 'publish', '--to', files.served],
		{
			env: { ...process.env, DATABASE_PATH: files.before, NODE_DISABLE_COMPILE_CACHE: '1' },
			encoding: 'utf8'
		}
	);
	const isTold = publish.status === 2 && publish.stderr.trim().split('\n').length === 1;
	const { status } = await server.ask('/table?full');
	print({
		what: 'publish on a full disk: not told in a sentence, or not served on',
		measured: Number(!isTold) + Number(status !== 200),
		unit: '',
		target: 0
	});
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
