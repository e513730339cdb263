import { seededRandom } from '#lib/radar/model/random.ts';
import { print } from '../bench/figure.ts';
import { load, type SoakedServer } from './soaked-server.ts';

const PIECES =
	'/ ? & % = ; # .. a vllm q edition 2026-08 ring adopt %00 %E0%A4%A " < > é あ api/v1 projects .json __data.json radar'.split(
		' '
	);

/** Addresses put together at random: each is answered, below 500. */
export async function madeUpRequests(server: SoakedServer, count: number): Promise<void> {
	const random = seededRandom(7);
	let [bad, slowest, sent] = [0, 0, 0];
	await load(10, async () => {
		const length = 1 + Math.floor(random() * 12);
		const parts = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]);
		const path = `/${encodeURI(parts.join('')).replace(/%25/g, '%')}`;
		const method = random() < 0.1 ? 'HEAD' : 'GET';
		const { status, ms } = await server.ask(path, { 'accept-encoding': 'br' }, method);
		if (status >= 500) {
			bad += 1;
			if (bad < 4) console.log(`${status} ${path}`);
		}
		slowest = Math.max(slowest, ms);
		return ++sent < count;
	});
	print({
		what: `${sent} made-up requests: answers of 500 and above`,
		measured: bad,
		unit: '',
		target: 0
	});
	print({ what: `${sent} made-up requests: slowest`, measured: slowest, unit: 'ms', target: 1000 });
}

/** Pages, badges and data of every project, again and again: memory stays. */
export async function steadyMemory(server: SoakedServer, count: number): Promise<void> {
	const page = await server.ask('/table');
	const ids = [
		...new Set([...page.body.matchAll(/projects\/([\w-]+)/g)].map(([, id]) => id ?? ''))
	];
	const addresses = ids.flatMap((id) => [
		`/projects/${id}`,
		`/projects/${id}/badge.svg`,
		`/?project=${id}`,
		`/api/v1/projects/${id}.json`
	]);
	const fifths: number[] = [];
	let sent = 0;
	await load(20, async () => {
		await server.ask(addresses[sent % addresses.length] ?? '/', { 'accept-encoding': 'gzip' });
		if (++sent % Math.ceil(count / 5) === 0) fifths.push(server.memory());
		return sent < count;
	});
	const last = fifths.at(-1) ?? NaN;
	print({
		what: `memory after ${sent} requests, ${addresses.length} addresses`,
		measured: last,
		unit: 'MB',
		target: 512
	});
	print({
		what: 'memory of the last fifth above the second',
		measured: (last / (fifths[1] ?? NaN) - 1) * 100,
		unit: '%',
		target: 5
	});
}
