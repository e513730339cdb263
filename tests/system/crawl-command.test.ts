import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CrawlReport } from '#lib/server/crawl/report.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { landscapeOf, makeDataFolder, publishedFiles } from '../github/crawl-scene.ts';
import { setScene, TOKEN, type Scene } from '../github/crawling.ts';
import { startStandIn } from '../github/stand-in.ts';
import { fullNameOf } from '../github/world.ts';

vi.setConfig({ testTimeout: 120_000 });
const ROOT = join(import.meta.dirname, '../..');
const COUNT = 6;

let scene: Scene;
let folder: string;
beforeEach(async () => {
	folder = makeDataFolder();
	scene = await setScene({ count: COUNT, now: new Date() }, { now: Date.now });
	scene.server.setLandscape(landscapeOf(scene.world));
});
afterEach(async () => {
	await scene.end();
	rmSync(folder, { recursive: true });
});

const name = (at: number): string => {
	const repository = scene.world.repositories[at];
	if (!repository) throw new Error(`no repository ${at}`);
	return fullNameOf(repository);
};

/** Begins the crawl that `npm run crawl` begins, with a token. */
function begin(args: string[], env: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['scripts/radar.ts', 'crawl', '--data', folder, ...args], {
		cwd: ROOT,
		env: {
			...process.env,
			DATABASE_PATH: join(folder, 'command.db'),
			GITHUB_TOKEN: TOKEN,
			GITHUB_API_URL: scene.server.url,
			GITHUB_SERVER_URL: scene.git.url,
			HISTORY_CACHE: scene.history.cache,
			LANDSCAPE_URL: scene.server.landscapeUrl,
			...env
		}
	});
	let [out, err] = ['', ''];
	child.stdout.on('data', (part) => (out += String(part)));
	child.stderr.on('data', (part) => (err += String(part)));
	const ended = once(child, 'close').then(([status]) => ({ status: status as number, out, err }));
	return { child, ended };
}
const radar = (args: string[] = [], env: Record<string, string> = {}) => begin(args, env).ended;
const report = (out: string) => JSON.parse(out) as CrawlReport;
/** Settles once so many requests beside the landscape's have come in. */
async function asked(times: number): Promise<void> {
	for (let n = 0; n <= times; n++) await scene.server.nextRequest();
}

describe('the crawl command', () => {
	test('publishes, says what changed, and ends with 0; again there is nothing to do', async () => {
		const { status, out, err } = await radar();
		expect(status, err).toBe(0);
		expect(out).toMatch(/^Published the edition \d{4}-\d{2}-\d{2}\./);
		expect(out).toContain(`${COUNT} repositories: ${COUNT} observed, 0 not found, 0 failed`);
		expect(out).toContain(`New: ${COUNT}`);
		expect(err).toContain('Scoring and publishing.');
		expect(err).not.toContain('\u001b');
		const again = await radar();
		expect(again.status).toBe(0);
		expect(again.out).toContain('Nothing to do.');
	});

	test('tells only the summary when it is to be quiet, as JSON when asked', async () => {
		const { status, out, err } = await radar(['--quiet', '--json']);
		expect(status).toBe(0);
		expect(err).toBe('');
		expect(report(out)).toMatchObject({
			outcome: 'published',
			repositories: COUNT,
			observed: COUNT,
			failed: [],
			skipped: [],
			flagged: [],
			changes: { newcomers: expect.any(Array) }
		});
	});

	test('of a part stores it, publishes with the rest, and says beforehand what it would ask', async () => {
		const before = publishedFiles(folder);
		const planned = await radar(['--dry-run']);
		expect(planned.status).toBe(0);
		expect(planned.out).toContain(`Dry run: ${COUNT} repositories would be asked`);
		expect(scene.server.requests.map(({ path }) => path)).toEqual(['/landscape.yml']);
		const one = await radar(['--only', name(2), '--json']);
		expect(report(one.out)).toMatchObject({ outcome: 'stored', observed: 1, due: COUNT - 1 });
		expect(one.status).toBe(0);
		const two = await radar(['--limit', '2', '--json']);
		expect(report(two.out)).toMatchObject({ outcome: 'stored', observed: 3, due: COUNT - 3 });
		expect(publishedFiles(folder)).toEqual(before);
		expect((await radar(['--since', '2020-01-01', '--json'])).status).toBe(0);
		expect(readDataFolder(folder).editions).toHaveLength(2);
	});

	test('ends with 1, names who failed and why, and publishes nothing above 20%', async () => {
		for (const at of [0, 1])
			scene.server.misbehave({ kind: 'forbidden-alias', repository: name(at) });
		const before = publishedFiles(folder);
		const { status, out } = await radar();
		expect(status).toBe(1);
		expect(out).toContain('Not published');
		expect(out).toContain('2 of 6 repositories failed, more than 20%');
		expect(out).toMatch(new RegExp(`Failed: 2\n {2}${name(0)}: .+\n {2}${name(1)}: .+`));
		expect(publishedFiles(folder)).toEqual(before);
	});

	test('ends with 2 and one sentence where git is missing, before anything is asked', async () => {
		const { status, err } = await radar([], { PATH: folder });
		expect(status).toBe(2);
		expect(err).toBe(
			'Git is needed to read histories, and was not found: install git 2.32 or newer.\n'
		);
		expect(scene.server.requests).toEqual([]);
	});

	test('ends with 2 where the clock contradicts GitHub’s by a day, and stores nothing', async () => {
		const now = () => Date.now() + 3 * 86_400_000;
		const ahead = await startStandIn({ world: scene.world, token: TOKEN, now });
		const { status, err } = await radar([], { GITHUB_API_URL: ahead.url });
		await ahead.stop();
		expect(status).toBe(2);
		expect(err).toMatch(/machine's clock says .+, GitHub's .+set the clock right/);
	});

	test('ends with 1 where there is no landscape to be had', async () => {
		scene.server.misbehave({ kind: 'status', on: 'landscape', status: 503 });
		const { status, err } = await radar();
		expect(status).toBe(1);
		expect(err).toContain('answered 503');
		expect(err).not.toContain('    at ');
	});

	test.each([
		[['--limit', '0'], '--limit wants a whole number'],
		[['--since', 'May'], '--since wants a day'],
		[['--only', 'no/body'], 'no/body is the repository of no project in scope'],
		[['--fast'], 'fast']
	])('refuses %j with 2 and says why', async (args, why) => {
		const { status, err } = await radar(args);
		expect(status).toBe(2);
		expect(err).toContain(why);
		expect(err).not.toContain('    at ');
	});

	test('ends with 3 at the rate limit, says when to go on, and how far it gets without a token', async () => {
		scene.server.accounts.limit('core', 60);
		scene.server.accounts.spend('core', 52);
		const { status, out, err } = await radar([], { GITHUB_TOKEN: '' });
		expect(err).toContain('No GITHUB_TOKEN');
		expect(err).toMatch(/reaches about 2 of 6 repositories/);
		expect(out).toMatch(/rate limit is used up until \d{4}-.+\nRun the crawl again to go on\./);
		expect(status).toBe(3);
	});

	test('stopped by Ctrl-C ends the request in flight, keeps what it has, and ends with 3', async () => {
		const { child, ended } = begin([]);
		scene.server.misbehave({ kind: 'slow', on: 'graphql', ms: 300 });
		await asked(2);
		child.kill('SIGINT');
		const { status, out, err } = await ended;
		expect(err).toContain('Stopping after the request in flight.');
		expect(out).toContain('It was stopped.');
		expect(status).toBe(3);
		scene.server.behave();
		expect((await radar()).status).toBe(0);
	});

	test('leaves when another one is at it, and names it', async () => {
		const first = begin([]);
		await asked(1);
		first.child.kill('SIGSTOP');
		const { status, err } = await radar();
		expect(status).toBe(2);
		expect(err).toContain(`Process ${first.child.pid}`);
		first.child.kill('SIGCONT');
		expect((await first.ended).status).toBe(0);
	});

	test('killed at several moments goes on each time; nothing is lost, nothing doubled', async () => {
		for (const moment of [() => asked(1), () => asked(2), scene.git.nextPack, scene.git.nextPack]) {
			const { child, ended } = begin([]);
			await Promise.race([moment(), ended]);
			child.kill('SIGKILL');
			await ended;
		}
		const { status, err } = await radar();
		expect(status, err).toBe(0);
		const { observations, editions } = readDataFolder(folder);
		const night = [...observations].filter(({ observedOn }) => observedOn === editions.at(-1)?.id);
		expect(new Set(night.map(({ repository }) => repository)).size).toBe(COUNT);
		expect(night).toHaveLength(2 * COUNT);
	});

	test('names the lines of the data folder that it had to skip', async () => {
		appendFileSync(join(folder, 'observations', '2026-08.ndjson'), 'half a li\n');
		appendFileSync(
			join(folder, 'observations', '2026-08.ndjson'),
			'{"repository":"o/r","observedOn":"2026-08-31","source":"github","values":{"stars":-1}}\n'
		);
		appendFileSync(join(folder, 'experts.ndjson'), '{"project":"x"}\n');
		const { status, err } = await radar();
		expect(status).toBe(0);
		expect(err).toContain('2026-08.ndjson:1: skipped: not a line of JSON');
		expect(err).toMatch(/experts\.ndjson:1: skipped: .+/);
		expect(err).toContain('2 lines were skipped.');
		expect(err).toContain('2026-08.ndjson:2: flagged: stars is unknown');
	});

	test('never shows or stores the token', async () => {
		scene.server.misbehave({ kind: 'status', on: 'graphql', status: 500, times: 1, body: TOKEN });
		scene.git.misbehave({ kind: 'status', status: 403, body: TOKEN }, { times: 4 });
		const good = await radar();
		expect(good.status, good.err).toBe(0);
		const wrong = 'ghp_aWrongTokenThatMustStayHidden000000';
		const refused = await radar([], {
			GITHUB_TOKEN: wrong,
			DATABASE_PATH: join(folder, 'refused.db')
		});
		expect(refused.status).toBe(2);
		expect(refused.err).toContain('GITHUB_TOKEN');
		expect(refused.err).not.toContain('    at ');
		const files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
		for (const text of [good.out, good.err, refused.out, refused.err, ...files]) {
			expect(text).not.toContain(TOKEN);
			expect(text).not.toContain(wrong);
		}
	});
});
