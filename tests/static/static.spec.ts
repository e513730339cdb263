import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';

/** Addresses that were asked for and not found, and whatever was thrown. */
function troubles(page: Page): string[] {
	const seen: string[] = [];
	page.on('response', (response) => {
		if (response.status() >= 400) seen.push(`${response.status()} ${response.url()}`);
	});
	page.on('requestfailed', (request) => seen.push(`failed ${request.url()}`));
	page.on('pageerror', (error) => seen.push(error.message));
	return seen;
}

/** Where it was built for. */
const SITE = 'https://radar.example/radar/';

const chart = (page: Page) => page.locator('svg [data-project]');
const list = (page: Page) => page.locator('li[data-project]:visible');

test('opens, filters, searches and opens a panel, with files alone', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./', { waitUntil: 'networkidle' });
	await expect(page.getByText('Data up to 31 August 2026.')).toBeVisible();
	const all = await chart(page).count();
	expect(all).toBeGreaterThan(100);

	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await expect(page).toHaveURL(/\/radar\/\?ring=adopt$/);
	await expect(page.getByRole('status').first()).toContainText(/^\d+ of 188/);
	await page.getByRole('searchbox').fill('promethius');
	await expect(list(page)).toHaveCount(1);
	await list(page).first().click();
	await expect(page.getByRole('dialog')).toContainText('Why this ring');
	expect(seen).toEqual([]);
});

test('shows another edition, and its own reasons in the panel', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./', { waitUntil: 'networkidle' });
	await page.getByRole('combobox', { name: 'Edition' }).selectOption('2025-06');
	await expect(page.getByText('Data up to 30 June 2025.')).toBeVisible();
	await expect(chart(page)).toHaveCount(73);
	await page.locator('li[data-project="vllm"]').click();
	const panel = page.getByRole('dialog');
	const score = /\b\d\d\.\d\b/;
	const shown = score.exec(await panel.innerText())?.[0] ?? '';
	await expect(panel).toContainText(`vLLM scores ${shown.slice(0, 2)} of 100`);
	expect(seen).toEqual([]);
});

test('leads from another edition to its projects, and they are there', async ({ page }) => {
	const seen = troubles(page);
	for (const from of ['table?edition=2025-06', 'compare?p=vllm,kserve&edition=2025-06']) {
		await page.goto(`./${from}`, { waitUntil: 'networkidle' });
		await page.locator('main').getByRole('link', { name: 'vLLM', exact: true }).first().click();
		await expect(page).toHaveURL(/\/radar\/projects\/vllm\/?\?edition=2025-06$/);
		await expect(page.locator('h1').locator('..')).toContainText('vLLM');
		await expect(page.getByRole('combobox', { name: 'Edition' })).toHaveValue('2025-06');
	}
	expect(seen).toEqual([]);
});

const VIEWS = [
	['?edition=2025-06&ring=adopt', '?ring=hold'],
	['table?edition=2025-06&ring=adopt', 'table'],
	['landscape?edition=2025-06', 'landscape'],
	['projects/vllm?edition=2025-06', 'projects/vllm'],
	['changes?from=2025-01&to=2025-06', 'changes'],
	['compare?p=vllm,kserve&edition=2025-06', 'compare'],
	['what-if?edition=2025-06', 'what-if'],
	['poster?edition=2025-06', 'poster'],
	['trends?months=3', 'trends'],
	['guide/rag?models=hosted&cncf=1&edition=2026-07', 'guide/rag']
] as const;

for (const [view, other] of VIEWS) {
	test(`/${view} shows the same when it is loaded and when it is come to`, async ({ page }) => {
		const seen = troubles(page);
		await page.goto(`./${view}`, { waitUntil: 'networkidle' });
		const text = () => page.locator('main').evaluate(words);
		const loaded = await text();
		expect(loaded.length).toBeGreaterThan(50);
		await page.goto(`./${other}`, { waitUntil: 'networkidle' });
		expect(await text()).not.toEqual(loaded);
		// As a link of the site would.
		await page.evaluate(
			(href) => {
				const link = document.createElement('a');
				link.href = href;
				document.querySelector('main')?.append(link);
				link.click();
				link.remove();
			},
			new URL(view, new URL('./', page.url())).href.replace(/\/(projects|guide)\/\1\//, '/$1/')
		);
		await expect.poll(text).toEqual(loaded);
		expect(seen).toEqual([]);
	});
}

/** What stands in an element: texts, links, and what is checked or chosen. */
function words(main: Element): string[] {
	const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
	const found: string[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (node instanceof Text) found.push(node.data.trim());
		if (node instanceof HTMLAnchorElement) found.push(node.pathname + node.search);
		if (node instanceof HTMLInputElement) found.push(`${node.value} ${node.checked}`);
		if (node instanceof HTMLSelectElement) found.push(node.value);
		if (node instanceof Element && node.hasAttribute('data-project'))
			found.push(node.getAttribute('transform') ?? '');
	}
	return found.filter((word) => word !== '');
}

test('every page opens without a failed request', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./', { waitUntil: 'networkidle' });
	const pages = await page
		.locator('header nav a')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
	expect(pages.length).toBeGreaterThan(7);
	for (const address of pages) {
		await page.goto(address, { waitUntil: 'networkidle' });
		await expect(page.locator('h1')).toHaveCount(1);
	}
	expect(seen).toEqual([]);
});

test('the guide answers in the browser: questions in words, answers, pins', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./guide', { waitUntil: 'networkidle' });
	await page.getByLabel('In your own words').fill('share gpus between teams');
	await page.getByRole('button', { name: 'Find a stack' }).click();
	await expect(page).toHaveURL(/\/radar\/guide\/gpu-sharing/);
	await page.getByLabel('Where will it run?').selectOption('One cluster');
	await expect(page).toHaveURL(/where=cluster/);
	await expect(page.getByText('they hold the use case without your answers')).toBeVisible();
	await page.goto('./guide/rag?pin=vlm', { waitUntil: 'networkidle' });
	await expect(page.getByRole('status')).toContainText('Did you mean vLLM?');
	expect(seen).toEqual([]);
});

test('holds the data for programs: every edition and every project', async ({ request }) => {
	const radar = await (await request.get('./api/v1/radar.json')).json();
	expect(radar.projects).toHaveLength(188);
	for (const id of ['2024-08', '2026-08']) {
		const edition = await (await request.get(`./api/v1/editions/${id}.json`)).json();
		expect(edition.edition.id).toBe(id);
	}
	const project = await (await request.get('./api/v1/projects/vllm.json')).json();
	expect(project.history.length).toBeGreaterThan(20);
	expect((await request.get('./api/v1/radar.schema.json')).ok()).toBe(true);
});

test('holds the exports of the newest edition, whole, and a badge for every project', async ({
	request
}) => {
	for (const path of [
		'api/v1/radar.csv',
		'api/v1/zalando.json',
		'api/v1/backstage.json',
		'api/v1/byor.csv',
		'api/v1/byor.json',
		'api/v1/byor-hosted.csv',
		'api/v1/aoe.zip',
		'api/v1/porsche.zip',
		'radar.svg',
		'feed.xml',
		'feed.json',
		'categories/inference/feed.xml',
		'projects/vllm/feed.xml',
		'radar.png',
		'card.png',
		'guide/rag.md',
		'guide/rag.mmd',
		'api/v1/guide/rag.json',
		'api/v1/use-cases.json',
		'projects/vllm/badge.svg',
		'projects/alpa/badge.svg',
		'projects/vllm/card.png',
		'projects/alpa/card.png'
	]) {
		const answer = await request.get(`./${path}`);
		expect(answer.status(), path).toBe(200);
	}
	const zalando = await (await request.get('./api/v1/zalando.json')).text();
	expect(zalando).toContain(`${SITE}projects/vllm`);
	expect(await (await request.get('./feed.xml')).text()).toContain(`href="${SITE}feed.xml"`);
	expect(await (await request.get('./poster')).text()).toContain(SITE);
});

test('every page names its card, which is there', async ({ request }) => {
	for (const [path, card] of [
		['./', 'card.png'],
		['./table', 'card.png'],
		['./projects/vllm', 'projects/vllm/card.png']
	] as const) {
		const html = await (await request.get(path)).text();
		expect(html).toContain(`<meta property="og:image" content="${SITE}${card}"`);
		expect(html).toContain(`<link rel="canonical" href="${new URL(path, SITE).href}"`);
		const png = await (await request.get(`./${card}`)).body();
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	}
});

test('makes the files of a filtered view of an older edition in the browser', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./?edition=2025-06&ring=adopt', { waitUntil: 'networkidle' });
	const shown = await list(page).count();
	expect(shown).toBeGreaterThan(5);
	await page.getByRole('button', { name: 'Share' }).click();
	const fileOf = async (name: RegExp) => {
		const coming = page.waitForEvent('download');
		await page.getByRole('group', { name: 'Share' }).getByRole('link', { name }).click();
		const download = await coming;
		expect(download.suggestedFilename()).toMatch(/^cnai-radar-2025-06\./);
		return readFile(await download.path());
	};

	const { edition, projects } = JSON.parse((await fileOf(/^JSON/)).toString());
	expect(edition.id).toBe('2025-06');
	expect(projects).toHaveLength(shown);
	const csv = (await fileOf(/^CSV/)).toString();
	expect(csv.trim().split('\r\n')).toHaveLength(shown + 1);
	expect(csv).toContain('\r\n2025-06,');
	const svg = (await fileOf(/^SVG/)).toString();
	expect(svg).toContain('June 2025');
	expect(svg).toContain('Ring: Adopt.');
	expect(svg).not.toMatch(/ class=| style=|<!--/);
	expect(svg.match(/<a data-project/g)).toHaveLength(await chart(page).count());
	const png = await fileOf(/^PNG/);
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3840, 2160]);
	expect(seen).toEqual([]);
});

test('the table makes its files too', async ({ page }) => {
	await page.goto('./table?edition=2025-06&ring=adopt', { waitUntil: 'networkidle' });
	const rows = await page.locator('tbody tr').count();
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'CSV', exact: true }).click();
	const csv = (await readFile(await (await coming).path())).toString();
	expect(csv.trim().split('\r\n')).toHaveLength(rows + 1);
});

test('an address that leads nowhere is told so, deep down too', async ({ page }) => {
	const answer = await page.goto('./projects/no-such-thing');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveText('This is not on the radar');
	await page.getByRole('link', { name: 'The newest radar' }).click();
	await expect(chart(page).first()).toBeAttached();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('everything can be read, and what cannot be done is said', async ({ page }) => {
		const seen = troubles(page);
		await page.goto('./');
		expect(await chart(page).count()).toBeGreaterThan(100);
		await expect(page.locator('main noscript p')).toContainText('made of files');
		await page.getByRole('link', { name: 'Table', exact: true }).first().click();
		await expect(page.locator('tbody tr')).toHaveCount(188);
		// Scripts that were announced are cut off; nothing else is.
		expect(seen.filter((trouble) => !/^failed .*\.js$/.test(trouble))).toEqual([]);
		await page.goto('./nowhere/at/all');
		await expect(page.locator('h1')).toHaveText('This is not on the radar');
		await page.getByRole('link', { name: 'The newest radar' }).click();
		await expect(page.getByText('Data up to 31 August 2026.')).toBeVisible();
	});
});

test('reads a stack and lays a radar beside, with files alone', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./stack', { waitUntil: 'networkidle' });
	await page.getByLabel('Text of a file').fill('vllm\nleft-pad\n');
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('status')).toContainText('1 project of the radar');
	await expect(page.getByRole('link', { name: /Feed of/ })).toHaveCount(0);
	await page.goto('./your-radar', { waitUntil: 'networkidle' });
	await page.getByLabel('Text of a file').fill('name,ring,quadrant\nvLLM,Adopt,Tools\n');
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('status')).toContainText('1 in the same ring');
	expect(seen).toEqual([]);
});

test('embeds what the address asks for, with files alone', async ({ page }) => {
	const seen = troubles(page);
	await page.goto('./embed?ring=adopt&theme=dark', { waitUntil: 'networkidle' });
	await expect(page.getByText(/: \d+ of 188 projects/)).toBeVisible();
	await page.goto('./embed?project=vllm&edition=2025-06', { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { name: 'vLLM' })).toBeVisible();
	await expect(page.getByText('June 2025')).toBeVisible();
	expect(seen).toEqual([]);
});
