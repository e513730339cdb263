/** Kills 100 nights at random moments and resumes them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '#lib/radar/model/random.ts';
import { makeDataFolder, publishedFiles } from '../../tests/github/crawl-scene.ts';
import { beginCrawl, crawl, discard, withWorld, type Servers } from './crawl-process.ts';
import { print } from './figure.ts';

const KILLS = Number(process.argv[2] ?? 100);
const REPOSITORIES = 8;
/** Compared line by line; what waits for the files may be gone once it is filed. */
const TABLES = [
	'SELECT key, outcome FROM crawl_state ORDER BY 1',
	`SELECT r.key, o.source_id, o.observed_on, o.learnt_on, o."values", o.not_applicable, o.unknown
	 FROM observation o JOIN repository r ON r.id = o.repository_id ORDER BY 1, 2, 3`,
	'SELECT * FROM edition ORDER BY id',
	'SELECT edition_id, project_id, model_version, detail FROM placement ORDER BY 1, 2, 3',
	`SELECT night FROM crawl_run WHERE state = 'published'`
];

function leftBehind(folder: string): string {
	const db = new Sqlite(join(folder, 'radar.db'), { readonly: true });
	const rows = TABLES.map((sql) => db.prepare(sql).all());
	db.close();
	return JSON.stringify([publishedFiles(folder), rows]);
}

function howFar(folder: string): string {
	const file = join(folder, 'radar.db');
	if (!existsSync(file)) return 'before the database was there';
	const db = new Sqlite(file, { readonly: true });
	try {
		const state = db.prepare('SELECT state FROM crawl_run').pluck().get();
		if (state === 'published') return 'after all was published';
		if (state === undefined) return 'before the night began';
		const stored = Number(db.prepare('SELECT count(*) FROM crawl_observation').pluck().get());
		const states = Number(db.prepare('SELECT count(*) FROM crawl_state').pluck().get());
		if (stored === 0) return 'before the first answer was stored';
		return states < REPOSITORIES ? 'between two answers' : 'while it was published';
	} catch {
		return 'while the database was made';
	} finally {
		db.close();
	}
}

const STARTS = ['process', 'asking', 'fetching', 'fetching', 'publishing', 'publishing'] as const;
type Start = (typeof STARTS)[number];

/** Milliseconds; promises stay pending when a night ends earlier. */
function watch(child: ChildProcess, server: Servers) {
	const started = performance.now();
	const reached = { process: started, asking: started, fetching: started, publishing: started };
	const asking = server.nextRequest().then(() => void (reached.asking = performance.now()));
	const fetching = server.git.nextPack().then(() => void (reached.fetching = performance.now()));
	const publishing = new Promise<void>((resolve) => {
		child.stderr?.on('data', (part) => {
			if (!String(part).includes('publishing')) return;
			reached.publishing = performance.now();
			resolve();
		});
	});
	return { reached, starts: { process: Promise.resolve(), asking, fetching, publishing } };
}

/** Milliseconds to the end of an undisturbed night. */
async function lengths(server: Servers): Promise<{ left: string; until: Record<Start, number> }> {
	rmSync(server.histories, { recursive: true, force: true });
	const folder = makeDataFolder();
	const child = beginCrawl(folder, server);
	const { reached } = watch(child, server);
	await once(child, 'close');
	const end = performance.now();
	const left = leftBehind(folder);
	discard(folder);
	const { process, asking, fetching, publishing } = reached;
	return {
		left,
		until: {
			process: end - process,
			asking: end - asking,
			fetching: end - fetching,
			publishing: end - publishing
		}
	};
}

/** Null when the night ended first. */
async function kill(
	folder: string,
	server: Servers,
	start: Start,
	after: number
): Promise<string | null> {
	const child = beginCrawl(folder, server);
	const closed = once(child, 'close');
	await Promise.race([closed, watch(child, server).starts[start]]);
	await Promise.race([closed, delay(after)]);
	const isKilled = child.kill('SIGKILL');
	await closed;
	return isKilled ? howFar(folder) : null;
}

const random = seededRandom(1);
const moments = new Map<string, number>();
let wrong = 0;
let killed = 0;
await withWorld(REPOSITORIES, async (server) => {
	await lengths(server);
	const first = await lengths(server);
	const { until } = first;
	let expected = first.left;
	for (let n = 0; killed < KILLS; n++) {
		rmSync(server.histories, { recursive: true, force: true });
		const folder = makeDataFolder();
		const start = STARTS[n % STARTS.length] ?? 'process';
		const at = await kill(folder, server, start, random() * until[start]);
		if (at === null) {
			discard(folder);
			continue;
		}
		killed += 1;
		moments.set(at, (moments.get(at) ?? 0) + 1);
		await crawl(folder, server);
		const left = leftBehind(folder);
		// The clock is real: meanwhile a commit can leave a window, also of an undisturbed night.
		if (left !== expected) expected = (await lengths(server)).left;
		if (left === expected) discard(folder);
		else {
			wrong += 1;
			console.error(`Killed ${at}: left something else behind in ${folder}`);
		}
		if (killed % 10 === 0)
			console.error(`        ${killed} of ${KILLS} killed, ${wrong} went wrong`);
	}
});
for (const [at, count] of [...moments].sort()) console.log(`        ${count} killed ${at}`);
print({
	what: 'Nights killed and resumed',
	measured: killed,
	unit: 'kills',
	target: KILLS,
	atLeast: true
});
print({
	what: 'Of them with an observation lost or doubled, or another result',
	measured: wrong,
	unit: 'nights',
	target: 0
});
