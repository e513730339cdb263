import { copyFileSync, renameSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { percentile, print } from '../bench/figure.ts';
import { load, until, type SoakedServer } from './soaked-server.ts';

/** What is served, and two databases to publish there: the newest, and one without its newest edition. */
export interface Published {
	served: string;
	now: string;
	before: string;
}

export function put(file: string, { served }: Pick<Published, 'served'>): void {
	copyFileSync(file, `${served}.new`);
	renameSync(`${served}.new`, served);
}

export function withoutNewest(now: string, before: string): void {
	copyFileSync(now, before);
	const older = new Sqlite(before);
	older.pragma('foreign_keys = ON');
	older.exec('DELETE FROM edition WHERE date = (SELECT max(date) FROM edition)');
	older.close();
}

const ADDRESSES = [
	['/', 2000],
	['/api/v1/radar.json', 1000],
	['/projects/vllm/badge.svg', 1000]
] as const;

/** Answers a second, and what each costs the server. */
export async function keptAnswers(server: SoakedServer): Promise<void> {
	for (const [path, least] of ADDRESSES) {
		await server.ask(path, { 'accept-encoding': 'gzip' });
		const times: number[] = [];
		const [start, from] = [performance.now(), server.cpu()];
		await load(20, async () => {
			times.push((await server.ask(path, { 'accept-encoding': 'gzip' })).ms);
			return times.length < 10_000;
		});
		const seconds = (performance.now() - start) / 1000;
		const cpu = (server.cpu() - from) / times.length;
		const rate = times.length / seconds;
		print({
			what: `${path}: requests a second`,
			measured: rate,
			unit: '/s',
			target: least,
			atLeast: true
		});
		print({
			what: `${path}: processor of the server for each`,
			measured: cpu,
			unit: 'ms',
			target: 0.05
		});
		print({ what: `${path}: p99`, measured: percentile(times, 0.99), unit: 'ms', target: 50 });
	}
}

/** Twenty publishes, editions alternating, while pages are read. */
export async function publishes(server: SoakedServer, files: Published): Promise<void> {
	const first = await server.ask('/table');
	put(files.before, files);
	await until(async () => (await server.ask('/table')).body !== first.body);
	const second = await server.ask('/table');
	let [failed, mixed, slowest] = [0, 0, 0];
	let isPublishing = true;
	/** Of requests in the second after a change. */
	const times: number[] = [];
	let changed = -Infinity;
	const readers = load(10, async () => {
		const { status, body, ms } = await server.ask('/table');
		if (performance.now() - changed < 1000) times.push(ms);
		if (status !== 200) failed += 1;
		else if (body !== first.body && body !== second.body) mixed += 1;
		return isPublishing;
	});
	for (let at = 0; at < 20; at++) {
		const [file, wanted] = at % 2 === 0 ? [files.now, first] : [files.before, second];
		const began = performance.now();
		put(file, files);
		await until(async () => (await server.ask('/table')).body === wanted.body);
		changed = performance.now();
		slowest = Math.max(slowest, changed - began);
	}
	isPublishing = false;
	await readers;
	print({ what: '20 publishes under load: failed answers', measured: failed, unit: '', target: 0 });
	print({
		what: '20 publishes under load: answers of no whole edition',
		measured: mixed,
		unit: '',
		target: 0
	});
	print({ what: 'slowest change of edition', measured: slowest, unit: 'ms', target: 2000 });
	print({
		what: 'p99 in the second after a change',
		measured: percentile(times, 0.99),
		unit: 'ms',
		target: 50
	});
}
