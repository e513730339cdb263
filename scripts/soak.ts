/** `npm run soak [requests]`: the built server under load, publishes and faults; figures beside their targets. Needs a build and a seeded database. */
import {
	copyFileSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { Agent, get, request } from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '#lib/radar/model/random.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { publishFile } from '#lib/server/publish/publish-file.ts';
import { percentile, print } from './bench/figure.ts';

const COUNT = Number(process.argv[2] ?? 50_000);
const PORT = 4477;
const folder = mkdtempSync(join(tmpdir(), 'radar-soak-'));
const served = join(folder, 'radar.db');
const [now, before] = [join(folder, 'now.db'), join(folder, 'before.db')];
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

interface Answer {
	status: number;
	body: string;
	ms: number;
}
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
	new Promise<Answer>((resolve, reject) => {
		const began = performance.now();
		const asked = request(
			{ agent, port: PORT, host: '127.0.0.1', path, headers, method },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () =>
					resolve({
						status: answer.statusCode ?? 0,
						body: Buffer.concat(chunks).toString('latin1'),
						ms: performance.now() - began
					})
				);
			}
		);
		asked.on('error', reject);
		asked.end();
	});

/** Calls `ask` again and again, `at` times at once, until it says false. */
const load = (at: number, each: () => Promise<boolean>) =>
	Promise.all(
		Array.from({ length: at }, async () => {
			while (await each());
		})
	);
const put = (file: string) => {
	copyFileSync(file, `${served}.new`);
	renameSync(`${served}.new`, served);
};

await publishFile(databasePath(process.env), now);
copyFileSync(now, before);
const older = new Sqlite(before);
older.pragma('foreign_keys = ON');
older.exec('DELETE FROM edition WHERE date = (SELECT max(date) FROM edition)');
older.close();
put(now);

const began = performance.now();
const server = spawn(process.execPath, ['build/server.js'], {
	env: {
		...process.env,
		HOST: '127.0.0.1',
		PORT: String(PORT),
		ADMIN_PORT: '0',
		DATABASE_PATH: served,
		RADAR_CACHE: folder
	},
	stdio: ['ignore', 'pipe', 'inherit']
});
server.stdout.resume();
const until = async (isSo: () => Promise<boolean>, limitMs = 60_000) => {
	const end = performance.now() + limitMs;
	while (!(await isSo().catch(() => false))) {
		if (performance.now() > end) throw new Error('The server did not get there.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};
await until(async () => (await ask('/')).status === 200);
print({
	what: 'cold start, first page included',
	measured: performance.now() - began,
	unit: 'ms',
	target: 1000
});

const stat = () => readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(' ');
/** Processor time in ms: a tick is 10 ms. */
const cpu = () => (Number(stat()[13]) + Number(stat()[14])) * 10;
const memory = () => (Number(stat()[23]) * 4096) / 1024 ** 2;

for (const [path, least] of [
	['/', 2000],
	['/api/v1/radar.json', 1000],
	['/projects/vllm/badge.svg', 1000]
] as const) {
	await ask(path, { 'accept-encoding': 'gzip' });
	const times: number[] = [];
	const [start, from] = [performance.now(), cpu()];
	await load(20, async () => {
		times.push((await ask(path, { 'accept-encoding': 'gzip' })).ms);
		return times.length < 10_000;
	});
	const seconds = (performance.now() - start) / 1000;
	print({
		what: `${path}: requests a second`,
		measured: times.length / seconds,
		unit: '/s',
		target: least,
		atLeast: true
	});
	print({
		what: `${path}: processor of the server for each`,
		measured: (cpu() - from) / times.length,
		unit: 'ms',
		target: 0.05
	});
	print({ what: `${path}: p99`, measured: percentile(times, 0.99), unit: 'ms', target: 50 });
}

const [first] = [await ask('/table')];
put(before);
await until(async () => (await ask('/table')).body !== first.body);
const second = await ask('/table');
let [failed, mixed, publishes] = [0, 0, 0];
let isPublishing = true;
const under = load(10, async () => {
	const { status, body } = await ask('/table');
	if (status !== 200) failed += 1;
	else if (body !== first.body && body !== second.body) mixed += 1;
	return isPublishing;
});
for (; publishes < 20; publishes++) {
	const [file, wanted] = publishes % 2 === 0 ? [now, first] : [before, second];
	put(file);
	await until(async () => (await ask('/table')).body === wanted.body);
}
isPublishing = false;
await under;
print({ what: '20 publishes under load: failed answers', measured: failed, unit: '', target: 0 });
print({
	what: '20 publishes under load: answers of no whole edition',
	measured: mixed,
	unit: '',
	target: 0
});

writeFileSync(served, 'noise '.repeat(9000));
await new Promise((resolve) => setTimeout(resolve, 1500));
let broken = 0;
for (const path of ['/', '/trends', '/projects/kserve', '/api/v1/radar.csv']) {
	if ((await ask(path)).status !== 200) broken += 1;
}
put(now);
const lock = new Sqlite(served);
lock.exec('BEGIN EXCLUSIVE');
const locked = (
	await Promise.all(['/landscape', '/compare?p=vllm,ray'].map((path) => ask(path)))
).map(({ status }) => status);
await new Promise((resolve) => setTimeout(resolve, 1500));
lock.exec('ROLLBACK');
lock.close();
broken += locked.filter((status) => status !== 200).length;
print({
	what: 'pages that fail while the file is noise, or locked',
	measured: broken,
	unit: '',
	target: 0
});

const random = seededRandom(7);
const PIECES =
	'/ ? & % = ; # .. a vllm q edition 2026-08 ring adopt %00 %E0%A4%A " < > é あ api/v1 projects .json __data.json radar'.split(
		' '
	);
let [bad, slowest, fuzzed] = [0, 0, 0];
await load(10, async () => {
	const length = 1 + Math.floor(random() * 12);
	const parts = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]);
	const path = `/${encodeURI(parts.join('')).replace(/%25/g, '%')}`;
	const { status, ms } = await ask(
		path,
		{ 'accept-encoding': 'br' },
		random() < 0.1 ? 'HEAD' : 'GET'
	);
	if (status >= 500) {
		bad += 1;
		if (bad < 4) console.log(`${status} ${path}`);
	}
	slowest = Math.max(slowest, ms);
	return ++fuzzed < COUNT / 5;
});
print({
	what: `${fuzzed} made-up requests: answers of 500 and above`,
	measured: bad,
	unit: '',
	target: 0
});
print({ what: `${fuzzed} made-up requests: slowest`, measured: slowest, unit: 'ms', target: 1000 });

const page = await ask('/table');
const ids = [...new Set([...page.body.matchAll(/projects\/([\w-]+)/g)].map(([, id]) => id ?? ''))];
const addresses = ids.flatMap((id) => [
	`/projects/${id}`,
	`/projects/${id}/badge.svg`,
	`/?project=${id}`,
	`/api/v1/projects/${id}.json`
]);
const fifths: number[] = [];
let sent = 0;
await load(20, async () => {
	await ask(addresses[sent % addresses.length] ?? '/', { 'accept-encoding': 'gzip' });
	if (++sent % Math.ceil(COUNT / 5) === 0) fifths.push(memory());
	return sent < COUNT;
});
const [, secondFifth = NaN] = fifths;
print({
	what: `memory after ${sent} requests, ${addresses.length} addresses`,
	measured: fifths.at(-1) ?? NaN,
	unit: 'MB',
	target: 512
});
print({
	what: 'memory of the last fifth above the second',
	measured: ((fifths.at(-1) ?? NaN) / secondFifth - 1) * 100,
	unit: '%',
	target: 5
});

const last = new Promise<number>((resolve, reject) =>
	get({ port: PORT, host: '127.0.0.1', path: '/what-if?soak' }, (answer) => {
		answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
	}).on('error', reject)
);
await new Promise((resolve) => setTimeout(resolve, 30));
server.kill();
const [code] = (await once(server, 'exit')) as [number];
print({
	what: 'exit code after SIGTERM with a request in flight',
	measured: code,
	unit: '',
	target: 0
});
print({ what: 'status of that request', measured: await last, unit: '', target: 200 });
agent.destroy();
rmSync(folder, { recursive: true });
