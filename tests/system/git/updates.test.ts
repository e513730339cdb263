import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { daysBefore, gitScene, MOMENT, type GitScene } from '../../git/scene.ts';
import type { MadeHistory } from '../../git/repository.ts';

// Each starts dozens of gits.
vi.setConfig({ testTimeout: 60_000 });

let scene: GitScene;
beforeEach(async () => void (scene = await gitScene()));
afterEach(() => scene.end());

const HISTORY: MadeHistory = {
	commits: [
		{ time: daysBefore(400) },
		{ time: daysBefore(100), email: 'ben@example.org' },
		{ time: daysBefore(10), subject: 'Mend it (#3)' }
	],
	tags: [
		{ name: 'v1.0.0', at: 0, time: daysBefore(399) },
		{ name: 'v1.1.0-rc1', at: 1 },
		{ name: 'v1.1.0', at: 1, time: daysBefore(50) }
	]
};
const news = (history: MadeHistory, subject = 'News'): MadeHistory => ({
	...history,
	commits: [...history.commits, { time: daysBefore(1), subject }]
});

describe('a history', () => {
	test('is measured today and at the ends of past months', async () => {
		const repository = scene.repository('one', HISTORY);

		const { today, past, hasVersionTags, head } = await scene.measure(
			scene.target(repository, { months: 24 })
		);

		expect(head).toBe(repository.head());
		expect(hasVersionTags).toBe(true);
		expect(today.values).toMatchObject({
			firstCommit: '2025-07-27',
			lastCommit: '2026-08-21',
			commitsTotal: 3,
			commits90d: 1,
			contributorsTotal: 2,
			mergedPulls90d: 1,
			releasesTotal: 2,
			stableReleaseDays365d: 1,
			lastStableRelease: '2026-07-12',
			lastStableTag: 'v1.1.0',
			highestVersion: '1.1.0',
			anyPrerelease: true
		});
		expect(past.map(({ day }) => day)).toEqual([
			...[
				'2025-07-31',
				'2025-08-31',
				'2025-09-30',
				'2025-10-31',
				'2025-11-30',
				'2025-12-31',
				'2026-01-31'
			],
			...['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31']
		]);
		expect(past[0]?.measured.values).toMatchObject({ commitsTotal: 1, highestVersion: '1.0.0' });
		expect(past[0]?.measured.values.mergedPulls365d).toBeUndefined();
	});

	test('is fetched once, then read without any request', async () => {
		const target = scene.target(scene.repository('one', HISTORY), { tagCount: 3 });
		await scene.measure(target);
		scene.server.behave();

		const again = await scene.measure(target);

		expect(again.fetched).toBe(false);
		expect(again.today.values.commitsTotal).toBe(3);
		expect(scene.server.connections()).toBe(0);
	});

	test('brings only what is new', async () => {
		const many = Array.from({ length: 300 }, (_, i) => ({ time: daysBefore(300 - i) }));
		const repository = scene.repository('one', { commits: many });
		await scene.measure(scene.target(repository));
		const whole = bytesOfPacks();
		scene.server.behave();

		repository.import(news({ commits: many }));
		const { today, fetched } = await scene.measure(scene.target(repository));

		expect(fetched).toBe(true);
		expect(today.values.commitsTotal).toBe(301);
		expect(bytesOfPacks()).toBeLessThan(whole / 10);
	});

	test('is fetched for a new tag alone', async () => {
		const repository = scene.repository('one', HISTORY);
		await scene.measure(scene.target(repository, { tagCount: 3 }));
		repository.git(['tag', 'v2.0.0', 'HEAD']);

		const { today, fetched } = await scene.measure(scene.target(repository, { tagCount: 4 }));

		expect(fetched).toBe(true);
		expect(today.values.highestVersion).toBe('2.0.0');
	});

	test('follows a renamed branch, a reset one, another history and removed tags', async () => {
		const repository = scene.repository('one', HISTORY);
		await scene.measure(scene.target(repository));
		repository.git(['branch', '-m', 'main', 'trunk']);
		repository.git(['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
		expect((await scene.measure(scene.target(repository))).today.values.commitsTotal).toBe(3);

		repository.git(['update-ref', 'HEAD', 'HEAD~1']);
		repository.git(['tag', '-d', 'v1.1.0']);
		const { today } = await scene.measure(scene.target(repository));
		expect(today.values).toMatchObject({ commitsTotal: 2, lastStableTag: 'v1.0.0' });

		repository.import({ commits: [{ time: daysBefore(3), email: 'cleo@example.org' }] });
		const other = await scene.measure(scene.target(repository));
		expect(other.today.values).toMatchObject({ commitsTotal: 1, contributorsTotal: 1 });
	});

	test('is believed when it goes on from the commit that was named, and not when it is another', async () => {
		const repository = scene.repository('one', HISTORY);
		const named = repository.head();
		repository.import(news(HISTORY));
		expect((await scene.measure(scene.target(repository, { head: named }))).head).toBe(
			repository.head()
		);

		repository.import({ commits: [{ time: daysBefore(3), email: 'mallory@example.org' }] });
		expect(await scene.failure(scene.target(repository, { head: named }))).toBe('other head');
		expect(await scene.failure(scene.target(repository, { head: 'f'.repeat(40) }))).toBe(
			'other head'
		);
	});

	test('of a stranger under an old name is another history', async () => {
		const repository = scene.repository('one', HISTORY);
		await scene.measure(scene.target(repository, { databaseId: 11 }));
		repository.import({ commits: [{ time: daysBefore(3) }] });

		const stranger = await scene.measure(scene.target(repository, { databaseId: 12 }));

		expect(stranger.today.values.commitsTotal).toBe(1);
		expect(readdirSync(scene.cache).sort()).toEqual(['11.git', '12.git']);
	});

	test('without a number is kept by its address', async () => {
		const target = scene.target(scene.repository('one', HISTORY), {
			databaseId: null,
			tagCount: 3
		});
		await scene.measure(target);
		expect((await scene.measure(target)).fetched).toBe(false);
	});

	test('leaves out tags of trees, and takes those of files and all the others', async () => {
		const repository = scene.repository('one', HISTORY);
		const tree = repository.tree();
		repository.git(['tag', 'v3.0.0-tree', tree]);
		repository.git(['tag', 'v3.0.1-tree', 'HEAD~1^{tree}']);
		repository.git(['tag', '-a', '-m', 'x', 'v4.0.0', tree]);
		repository.git(['tag', 'a-file', 'HEAD:file']);
		const target = scene.target(repository, { tagCount: 7 });

		const { today } = await scene.measure(target);
		expect(today.values).toMatchObject({ commitsTotal: 3, highestVersion: '1.1.0' });

		scene.server.behave();
		expect((await scene.measure(target)).fetched).toBe(false);
		repository.import(news(HISTORY));
		await scene.measure(scene.target(repository));
		expect(scene.server.requests.filter(({ pack }) => pack)).toHaveLength(1);
	});

	test('without tags that name a version says nothing of releases', async () => {
		const repository = scene.repository('one', {
			commits: HISTORY.commits,
			tags: [{ name: 'July-2024', at: 1 }]
		});
		const { today, hasVersionTags } = await scene.measure(scene.target(repository));
		expect(hasVersionTags).toBe(false);
		expect(today.values.releasesTotal).toBeUndefined();
	});

	test('with more tags than are read says nothing of releases', async () => {
		const repository = scene.repository('one', HISTORY);
		for (const tagCount of [3, null]) {
			const result = await scene.measure(scene.target(repository, { tagCount }), {
				limits: { tags: 2 }
			});
			expect(result.hasVersionTags).toBe(false);
			expect(result.today.values.commitsTotal).toBe(3);
		}
	});

	test('puts many references into one file', async () => {
		const tags = Array.from({ length: 250 }, (_, i) => ({ name: `v1.${i}.0`, at: 0 }));
		const repository = scene.repository('one', { ...HISTORY, tags });

		const { today } = await scene.measure(scene.target(repository));

		expect(today.values.highestVersion).toBe('1.249.0');
		expect(readdirSync(join(scene.cache, '1.git/refs/tags'))).toEqual([]);
	});

	test('puts many packs into one', async () => {
		const repository = scene.repository('one', HISTORY);
		await scene.measure(scene.target(repository));
		const objects = repository.git(['rev-list', '--all']).split('\n');
		const folder = join(scene.cache, '1.git');
		for (let i = 0; i < 31; i++) {
			const args = ['--git-dir', folder, 'pack-objects', '-q', `objects/pack/pack-of-${i}`];
			execFileSync('git', args, { cwd: folder, input: objects[i % objects.length] });
		}
		repository.import(news(HISTORY));

		const { today } = await scene.measure(scene.target(repository));

		expect(today.values.commitsTotal).toBe(4);
		expect(packs().length).toBeLessThan(30);
	});
});

describe('the folder of histories', () => {
	test('holds no address', async () => {
		await scene.measure(scene.target(scene.repository('secret-name', HISTORY)));
		const folder = join(scene.cache, '1.git');
		const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) =>
			f.isFile()
		);
		expect(files.length).toBeGreaterThan(4);
		for (const file of files) {
			const text = readFileSync(join(file.parentPath, file.name), 'latin1');
			expect(text).not.toMatch(/127\.0\.0\.1|secret-name/);
		}
	});

	test('loses what was not used for 30 days', async () => {
		const old = new Date(MOMENT - 31 * 86_400_000);
		for (const name of ['77.git', 'kept-by-a-person']) {
			mkdirSync(join(scene.cache, name), { recursive: true });
			utimesSync(join(scene.cache, name), old, old);
		}
		await scene.observe(
			[scene.target(scene.repository('one', HISTORY))],
			{},
			{ now: () => MOMENT }
		);
		expect(readdirSync(scene.cache).sort()).toEqual(['1.git', 'kept-by-a-person']);
	});

	test('is mended when a pack is spoilt or gone: cloned anew, once', async () => {
		const target = scene.target(scene.repository('one', HISTORY), { tagCount: 3 });
		await scene.measure(target);
		for (const spoil of [spoilPack, removePack]) {
			spoil();
			const { today, fetched } = await scene.measure(target);
			expect(fetched).toBe(true);
			expect(today.values.commitsTotal).toBe(3);
		}
	});
});

const packFolder = () => join(scene.cache, '1.git/objects/pack');
const packs = () => readdirSync(packFolder()).filter((name) => name.endsWith('.pack'));
const bytesOfPacks = () =>
	scene.server.requests.reduce((sum, { pack, bytes }) => sum + (pack ? bytes : 0), 0);

function spoilPack(): void {
	for (const name of packs()) {
		const file = join(packFolder(), name);
		const content = readFileSync(file);
		for (let at = 12; at < content.length - 20; at += 7) content[at] = (content[at] ?? 0) ^ 0xff;
		rmSync(file);
		writeFileSync(file, content);
	}
}

const removePack = () => {
	for (const name of packs()) rmSync(join(packFolder(), name));
};
