import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { landscapeOf, makeDataFolder } from '../github/crawl-scene.ts';
import { setScene, TOKEN, type Scene } from '../github/crawling.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });
const ROOT = join(import.meta.dirname, '../..');

interface Step {
	run?: string;
	uses?: string;
	env?: Record<string, string>;
	with?: Record<string, string>;
}
const { steps } = (
	parse(readFileSync(join(ROOT, '.github', 'workflows', 'refresh.yml'), 'utf8')) as {
		jobs: { crawl: { steps: Step[] } };
	}
).jobs.crawl;
/** What the workflow's expressions come to. */
const EXPRESSIONS: Record<string, string> = {
	'${{ secrets.GITHUB_TOKEN }}': TOKEN,
	'${{ steps.pages.outputs.base_path }}': '/radar',
	'${{ steps.pages.outputs.origin }}': 'https://radar.example'
};

let scene: Scene;
let folder: string;
let clone: string;

/** Runs something in the clone. @throws {Error} with all that it said when it fails. */
async function run(command: string, args: string[], env: Record<string, string> = {}) {
	const child = spawn(command, args, { cwd: clone, env: { ...process.env, ...env } });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part) => (said += String(part)));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${said}`);
	return said.trim();
}
const git = (...args: string[]) =>
	run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args]);

/** Runs a step as the workflow would. */
function perform({ run: command = '', env = {} }: Step): Promise<string> {
	const [program = '', ...args] = command.split(' ');
	const given = Object.entries(env).map(([key, value]) => [key, EXPRESSIONS[value] ?? value]);
	return run(program, args, {
		GITHUB_API_URL: scene.server.url,
		GITHUB_SERVER_URL: scene.git.url,
		LANDSCAPE_URL: scene.server.landscapeUrl,
		...(Object.fromEntries(given) as Record<string, string>)
	});
}

/** The project as GitHub would check it out, with a small data folder. */
beforeAll(async () => {
	scene = await setScene({ count: 4, now: new Date() }, { now: Date.now });
	scene.server.setLandscape(landscapeOf(scene.world));
	folder = mkdtempSync(join(tmpdir(), 'radar-refresh-'));
	clone = ROOT;
	const files = (await git('ls-files', '--cached', '--others', '--exclude-standard')).split('\n');
	clone = join(folder, 'clone');
	for (const file of files.filter((name) => !name.startsWith('data/')))
		cpSync(join(ROOT, file), join(clone, file));
	const data = makeDataFolder();
	cpSync(data, join(clone, 'data'), { recursive: true });
	rmSync(data, { recursive: true });
	await git('init', '--quiet', '--bare', join(folder, 'origin.git'));
	await git('init', '--quiet', '--initial-branch=main');
	await git('remote', 'add', 'origin', join(folder, 'origin.git'));
	await git('add', '.');
	await git('commit', '--quiet', '-m', 'first');
	symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
});
afterAll(async () => {
	await scene.end();
	rmSync(folder, { recursive: true });
});

test('the scripts of the nightly refresh, in their order, publish, commit and build what is deployed', async () => {
	const [, crawl, news, commit, build] = steps.filter((step) => step.run?.startsWith('npm'));
	if (!crawl || !commit || !build) throw new Error('the workflow has other steps');
	// Blogs and release notes are tried in a test of their own; without them the night goes on.
	expect(news).toMatchObject({ run: 'npm run news', 'continue-on-error': true });

	expect(await perform(crawl)).toContain('Published the edition');
	expect(await perform(commit)).toMatch(/Committed \d+ files\./);
	const night = /"id":"(\d{4}-\d{2}-\d{2})"/.exec(
		await git('show', 'origin/main:data/editions.ndjson')
	)?.[1];
	expect(night).toBeDefined();
	expect(await git('log', '--format=%s', 'origin/main')).toBe(
		'Publish the edition of the night\nfirst'
	);
	expect(await git('show', '--format=', '--name-only', 'origin/main')).not.toContain('radar.db');

	await perform(build);
	const deployed = steps.find(({ uses }) => uses?.includes('upload-pages-artifact'))?.with?.path;
	const read = (name: string) => readFileSync(join(clone, deployed ?? '', name), 'utf8');
	const radar = JSON.parse(read('api/v1/radar.json')) as {
		edition: { id: string };
		projects: object[];
	};
	expect(radar.edition.id).toBe(night);
	expect(radar.projects).toHaveLength(4);
	expect(read('404.html')).toContain('href="/radar/table"');
	// Links from elsewhere lead below the path where GitHub Pages puts the site.
	const site = 'https://radar.example/radar/';
	expect(read('feed.xml')).toContain(`<link rel="alternate" href="${site}changes"/>`);
	expect(read('api/v1/zalando.json')).toContain(`"link":"${site}projects/`);

	expect(await perform(crawl)).toContain('Nothing to do');
	expect(await perform(commit)).toContain('Nothing changed');
	expect(await git('rev-list', '--count', 'origin/main')).toBe('2');
});
