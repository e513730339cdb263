import { expect, test, type Page } from '@playwright/test';
import { serveBuild, type RunningServer } from '../fixtures/built-server.ts';
import { foreignRadar, type ForeignRadar } from '../fixtures/foreign-radar.ts';

const PROJECT = '/projects/the-owner-0-project-0';
const PAGES = [
	...[
		'/',
		'/table',
		'/landscape',
		'/players',
		'/trends',
		'/news',
		'/changes',
		'/compare',
		'/stack'
	],
	...['/compare?p=the-owner-0-project-0,the-owner-1-project-1', '/what-if', '/methodology'],
	...[
		'/about',
		'/about/deployment',
		'/get-involved',
		'/glossary',
		'/your-radar',
		'/data/api',
		'/data',
		'/data-quality',
		'/candidates',
		'/poster',
		PROJECT
	],
	...[`${PROJECT}/evidence`, '/nothing-here', '/guide']
];
const FILES = [
	...['/radar.svg', '/feed.xml', '/feed.json', '/news.json', '/news.atom', '/api/v1/radar.json'],
	...['/api/v1/radar.csv', '/api/v1/zalando.json', `${PROJECT}/badge.svg`]
];
const FOREIGN = /CNCF|CNAI|Cloud Native|AI[ -]native|AI group/gi;
/** Names of fields, which programs read; and where the program itself is kept. */
const KEYS = /without_?[Cc]ncf|cncf_maturity|\bcncf\b|cnai-radar\/cnai-radar/g;

let radar: ForeignRadar | undefined;
let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.slow();
	radar = await foreignRadar();
	server = await serveBuild(radar.database, 'inherit', { RADAR_DATA: radar.folder });
});
test.afterAll(async () => {
	await server?.stop();
	radar?.remove();
});

/** All that a page says, hidden parts and its head included. */
const saidBy = (page: Page) =>
	page.evaluate(() => {
		const attributes = ['title', 'aria-label', 'alt', 'placeholder', 'content', 'download'];
		for (const one of document.querySelectorAll('script, style')) one.remove();
		const told = [...document.querySelectorAll('*')].flatMap((element) =>
			attributes.map((name) => element.getAttribute(name) ?? '')
		);
		return [document.title, document.documentElement.textContent, ...told].join('\n');
	});
const foreignWords = (text: string) => text.replaceAll(KEYS, '').match(FOREIGN) ?? [];

test('pages of another foundation’s radar name that foundation, and no other', async ({ page }) => {
	test.slow();
	for (const path of PAGES) {
		await page.goto(`${server?.origin}${path}`);
		const said = await saidBy(page);
		expect.soft(foreignWords(said), path).toEqual([]);
		expect.soft(said, path).toContain('Not a project of the Open Data Foundation.');
	}
});

test('its files and feeds do so, too', async ({ request }) => {
	for (const path of FILES) {
		const answer = await request.get(`${server?.origin}${path}`);
		expect(answer.status(), path).toBe(200);
		expect(foreignWords(await answer.text()), path).toEqual([]);
	}
});

test('three categories make three segments, one turn together, and hold every blip', async ({
	page
}) => {
	await page.goto(`${server?.origin}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Which projects can you build on?'
	);
	const blips = page
		.getByRole('group', { name: /^Radar of/ })
		.locator('a[data-project][data-ring]');
	await expect(blips).toHaveCount(9);
	const categories = await blips.evaluateAll((all) =>
		all.map((blip) => blip.closest<SVGElement>('[data-sector]')?.dataset.sector)
	);
	expect([...new Set(categories)].sort()).toEqual([
		'Data & Lineage',
		'Frameworks',
		'Trust and Fairness'
	]);
	const written = await page.request.get(`${server?.origin}/api/v1/zalando.json`);
	const { quadrants } = (await written.json()) as { quadrants: { name: string }[] };
	const names = quadrants.map(({ name }) => name);
	// Clockwise from the lower right, as that tool has them.
	expect(names).toEqual(['Data & Lineage', 'Trust and Fairness', '–', 'Frameworks']);
});
