import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDataFolder, readFolderSettings } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { run } from '../../scripts/command-line.ts';
import { night } from '../github/crawl-scene.ts';
import { setScene, type Scene } from '../github/crawling.ts';
import { fullNameOf } from '../github/world.ts';

vi.setConfig({ testTimeout: 30_000 });

let scene: Scene;
let place: string;
let folder: string;
beforeEach(async () => {
	place = mkdtempSync(join(tmpdir(), 'radar-init-'));
	folder = join(place, 'edge');
	scene = await setScene({ count: 6 });
});
afterEach(async () => {
	await scene.end();
	rmSync(place, { recursive: true });
});

async function radar(...args: string[]) {
	let [out, err] = ['', ''];
	const status = await run(args, {
		env: { DATABASE_PATH: join(folder, 'radar.db') },
		out: (text) => (out += String(text)),
		err: (text) => (err += text),
		isTerminal: false
	});
	return { status, out, err };
}

/** Members have no repositories, and can never be rated. */
const MEMBERS = `  - category:
    name: Members
    subcategories:
      - subcategory:
        name: Gold
        items: [{ item:, name: A Member, homepage_url: https://member.example, logo: m.svg }]
`;

/** In the words of another foundation: three categories, two repositories each. */
function foreign(): string {
	const names = scene.world.repositories.map(fullNameOf);
	const words = ['growth', 'impact', 'sandbox', 'emeritus', 'growth', 'sandbox'];
	const item = (at: number) =>
		`          - item:
            name: Project ${at}
            homepage_url: https://p${at}.example
            logo: p.svg
            repo_url: https://github.com/${names[at]}
            project: ${words[at]}
            extra:
              annotations: { level: two }
`;
	const category = (name: string, at: number) =>
		`  - category:
    name: ${name}
    subcategories:
      - subcategory:
        name: Box
        items:
${item(at)}${item(at + 1)}`;
	return `landscape:\n${category('Edge Software', 0)}${category('Data', 2)}${category('Runtime & Tools', 4)}${MEMBERS}`;
}
const init = (...args: string[]) =>
	radar('init', '--landscape', scene.server.landscapeUrl, '--folder', folder, ...args);
const crawl = async (options = {}) => {
	const db = openForWriting(join(folder, 'radar.db'));
	try {
		return { report: await night(scene, db, folder, options), placed: placements(db) };
	} finally {
		db.$client.close();
	}
};
const placements = (db: ReturnType<typeof openForWriting>) =>
	JSON.stringify(db.$client.prepare('SELECT * FROM placement').all());

test('init makes a folder whose first crawl makes the first edition, in the foundation’s words', async () => {
	scene.server.setLandscape(foreign());
	const { status, out } = await init('--foundation', 'LF Edge', '--licence', 'CC-BY-4.0');
	expect(status).toBe(0);
	expect(out).toContain('6 items in 3 categories');
	expect(out).toContain('no item of theirs names a repository: Members');
	const { landscape, quadrants } = readFolderSettings(folder);
	expect(landscape.url).toBe(scene.server.landscapeUrl);
	expect(landscape.foundation.maturity).toMatchObject({
		incubating: ['growth'],
		graduated: ['impact'],
		archived: ['emeritus']
	});
	expect(quadrants).toHaveLength(3);
	const seeded = await radar('seed', '--data', folder);
	expect([seeded.status, seeded.err]).toEqual([2, expect.stringContaining('has no edition yet')]);

	const { report, placed } = await crawl({ landscape: landscape.url });
	expect(report.outcome).toBe('published');
	const data = readDataFolder(folder);
	expect(data.editions).toHaveLength(1);
	expect(data.defects.map(({ message }) => message)).toEqual([]);
	expect(data.landscape.items.map(({ maturity }) => maturity).filter(Boolean)).toHaveLength(6);
	const written = readFileSync(join(folder, 'landscape.yml'), 'utf8');
	expect(written).toContain('LF Edge landscape');
	expect(written).toContain('project: growth');
	expect(placed).not.toContain('CNCF');
	expect(placed).toContain('The LF Edge has archived the project');
	expect((await radar('seed', '--data', folder)).status).toBe(0);
});

test('a landscape of another foundation is refused, though one category is called alike', async () => {
	scene.server.setLandscape(foreign());
	await init();
	const settings = readFileSync(join(folder, 'radar.yml'), 'utf8');
	scene.server.setLandscape(
		foreign()
			.replace('name: Edge Software', 'name: Robots')
			.replace('name: Runtime & Tools', 'name: Boats')
	);
	await expect(crawl()).rejects.toThrow('is not the landscape of this data folder');
	scene.server.setLandscape(foreign().replaceAll(/project: \w+/g, 'project: stage-one'));
	await expect(crawl()).rejects.toThrow('most of its words for maturity are not the Foundation');
	expect(readFileSync(join(folder, 'radar.yml'), 'utf8')).toBe(settings);
});

test('init refuses a folder that holds something, an unknown category, and what is no landscape', async () => {
	scene.server.setLandscape(foreign());
	const unknown = await init('--category', 'Nothing');
	expect([unknown.status, unknown.err]).toEqual([
		2,
		expect.stringContaining('has no category "Nothing"; it has "Edge Software"')
	]);
	expect((await init('--category', 'Data')).status).toBe(0);
	expect(readFolderSettings(folder).scope.categories).toEqual(['Data']);
	const again = await init();
	expect([again.status, again.err]).toEqual([
		2,
		expect.stringContaining('holds something already')
	]);
	const file = join(place, 'none.yml');
	writeFileSync(file, 'people: []\n');
	const none = await radar('init', '--landscape', file, '--folder', join(place, 'other'));
	expect(none.status).toBe(2);
	expect(() => cpSync(join(place, 'other'), join(place, 'copy'))).toThrow();
});
