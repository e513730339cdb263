import {
	copyFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { slug } from '#lib/radar/landscape/membership.ts';
import { crawlNight } from '#lib/server/crawl/crawl.ts';
import type { CrawlOptions } from '#lib/server/crawl/options.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { NO_OVERRIDES, withoutHistory } from '../fixtures/made-up-settings.ts';
import { setScene, type Scene } from './crawling.ts';
import { fullNameOf, type World, type WorldRepository } from './world.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');

/** The one edition that stands in a new data folder. */
export const FIRST_EDITION = '{"id":"2026-08","date":"2026-08-31","kind":"month"}\n';

/** A landscape of every repository of the world, in one box of the scope. */
export const landscapeOf = (world: World, names = world.repositories.map(fullNameOf)): string =>
	stringify(
		boxOf(
			names.map((name) => ({
				name: name.replace('/', ' '),
				homepage_url: `https://${slug(name)}.example`,
				repo_url: `https://github.com/${name}`
			}))
		)
	);

const boxOf = (items: object[]) => ({
	landscape: [{ name: 'Inference', subcategories: [{ name: 'Model Serving', items }] }]
});

/** A data folder with the project's own settings, where nothing was observed yet. */
export function makeDataFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'radar-crawl-'));
	copyFileSync(join(DATA, 'sources.yml'), join(folder, 'sources.yml'));
	cpSync(join(DATA, 'models'), join(folder, 'models'), { recursive: true });
	const settings = readFileSync(join(DATA, 'radar.yml'), 'utf8');
	writeFileSync(join(folder, 'radar.yml'), withoutHistory(settings));
	writeFileSync(join(folder, 'overrides.yml'), NO_OVERRIDES);
	mkdirSync(join(folder, 'observations'));
	writeFileSync(join(folder, 'landscape.yml'), stringify(boxOf([{ name: 'First' }])));
	mkdirSync(join(folder, 'membership'));
	const first = {
		project: 'first',
		name: 'First',
		paths: ['Inference / Model Serving']
	};
	writeFileSync(join(folder, 'membership', '2026-08.ndjson'), `${JSON.stringify(first)}\n`);
	writeFileSync(join(folder, 'editions.ndjson'), FIRST_EDITION);
	return folder;
}

/** Every file that a crawl may write, with its text. */
export function publishedFiles(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ndjson|yml|tmp)$/.test(name))
		.sort();
	return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** One night against the stand-in. */
export const night = (
	scene: Scene,
	db: Database,
	folder: string,
	options: Partial<CrawlOptions> = {}
) =>
	crawlNight({
		db,
		folder,
		landscape: scene.server.landscapeUrl,
		client: scene.client({ atLimit: 'pause' }),
		history: scene.history,
		now: scene.clock.now,
		log: (level, message) => scene.said.push(`${level}: ${message}`),
		...options
	});

/** A folder, its database, and the world that it is crawled from. */
export interface CrawlPlace {
	scene: Scene;
	folder: string;
	db: Database;
}

/** `count`: repositories of the world, all of them in the landscape. */
export async function makeCrawlPlace(count: number): Promise<CrawlPlace> {
	const folder = makeDataFolder();
	const db = openForWriting(join(folder, 'radar.db'));
	const scene = await setScene({ count });
	scene.server.setLandscape(landscapeOf(scene.world));
	return { scene, folder, db };
}

export async function removeCrawlPlace({ scene, folder, db }: CrawlPlace): Promise<void> {
	await scene.end();
	db.$client.close();
	rmSync(folder, { recursive: true });
}

export function repositoryAt({ world }: Scene, index: number): WorldRepository {
	const repository = world.repositories[index];
	if (!repository) throw new Error(`no repository ${index}`);
	return repository;
}

/** What a source saw of a repository on a day, as the data folder holds it. */
export const seenIn = (folder: string, repository: string, source: string, day: string) =>
	[...readDataFolder(folder).observations].find(
		(one) => one.repository === repository && one.source === source && one.observedOn === day
	);

/** As the newest model places it. */
export const placedIn = (db: Database, edition: string, repository: string) =>
	db.$client
		.prepare<[string, string], { ring: string | null; detail: string }>(
			`SELECT p.ring, p.detail FROM placement p
			 JOIN edition e ON e.id = p.edition_id AND e.model_version = p.model_version
			 WHERE p.edition_id = ? AND p.project_id = ?`
		)
		.get(edition, repository.replace('/', '-'));
