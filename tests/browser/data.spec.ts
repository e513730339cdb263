import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('lists the addresses for programs, and each answers', async ({ page, request }) => {
	await page.goto('/data');
	const links = page.getByRole('region', { name: 'All addresses' }).getByRole('link');
	expect(await links.count()).toBeGreaterThan(1);
	for (const link of await links.all()) {
		const href = await link.getAttribute('href');
		const answer = await request.get(new URL(href ?? '', page.url()).href);
		expect(answer.status(), href ?? '').toBe(200);
	}
});

test('open data may be read from any page, as what it is', async ({ request }) => {
	for (const [path, type] of [
		['/api/v1/radar.json', 'application/json'],
		['/api/v1/radar.csv', 'text/csv'],
		['/api/v1/zalando.json', 'application/json'],
		['/api/v1/backstage.json', 'application/json'],
		['/api/v1/byor.csv', 'text/csv'],
		['/api/v1/byor.json', 'application/json'],
		['/api/v1/byor-hosted.csv', 'text/csv'],
		['/api/v1/aoe.zip', 'application/zip'],
		['/api/v1/porsche.zip', 'application/zip'],
		['/radar.svg', 'image/svg+xml'],
		['/radar.png', 'image/png'],
		['/card.png', 'image/png'],
		['/projects/kserve/card.png', 'image/png'],
		['/feed.xml', 'application/atom+xml'],
		['/feed.json', 'application/feed+json'],
		['/projects/kserve/badge.svg', 'image/svg+xml']
	] as const) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(200);
		expect(answer.headers()['access-control-allow-origin'], path).toBe('*');
		expect(answer.headers()['content-type'], path).toContain(type);
	}
});

test('an edition or a project that there is not is not found', async ({ request }) => {
	for (const path of [
		'/api/v1/radar.csv?edition=1999-01',
		'/radar.svg?edition=1999-01',
		'/feed.xml?edition=1999-01',
		'/radar.png?edition=1999-01',
		'/card.png?edition=1999-01',
		'/projects/no-such-thing/badge.svg',
		'/projects/no-such-thing/card.png',
		'/projects/kserve/card.png?edition=1999-01'
	]) {
		expect((await request.get(path)).status(), path).toBe(404);
	}
});

test('pictures in pixels are as large as they are said to be', async ({ request }) => {
	for (const [path, width, height] of [
		['/radar.png', 1920, 1080],
		['/radar.png?ring=adopt&theme=dark', 1920, 1080],
		['/card.png', 1200, 630],
		['/card.png?edition=2025-06&category=Inference', 1200, 630],
		['/projects/kserve/card.png', 1200, 630],
		['/projects/kserve/card.png?edition=2025-06', 1200, 630],
		// Not rated, and one that has left.
		['/projects/kubernetes/card.png', 1200, 630],
		['/projects/alpa/card.png', 1200, 630]
	] as const) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(200);
		const png = await answer.body();
		expect(png.subarray(1, 4).toString(), path).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([width, height]);
	}
});

test('every page tells of the feed', async ({ page, request }) => {
	for (const path of ['/', '/projects/kserve', '/data']) {
		await page.goto(path);
		for (const [type, start] of [
			['application/atom+xml', '<feed xmlns="http://www.w3.org/2005/Atom">'],
			['application/feed+json', 'https://jsonfeed.org/version/1']
		]) {
			const links = page.locator(`head link[rel="alternate"][type="${type}"]`);
			const addresses = await links.evaluateAll((all) =>
				all.map((link) => (link as HTMLLinkElement).href)
			);
			expect(addresses.length).toBeGreaterThan(0);
			for (const address of addresses) {
				expect(await (await request.get(address)).text(), address).toContain(start);
			}
		}
	}
});

test('feed, pictures and badges are XML', async ({ page }) => {
	await page.goto('/about');
	const problems = await page.evaluate(async () => {
		const found = [];
		for (const path of [
			'/feed.xml',
			'/radar.svg',
			'/radar.svg?segment=Inference&theme=dark',
			'/radar.svg?q=%3C%26%22%27',
			'/projects/kserve/badge.svg',
			'/projects/alpa/badge.svg'
		]) {
			const request = new XMLHttpRequest();
			const loaded = new Promise((resolve) => (request.onloadend = resolve));
			request.open('GET', path);
			request.overrideMimeType('application/xml');
			request.send();
			await loaded;
			if (request.responseXML?.querySelector('parsererror') !== null) found.push(path);
		}
		return found;
	});
	expect(problems).toEqual([]);
});

test('a project’s page shows its badge and gives the Markdown for it', async ({ page }) => {
	await page.goto('/projects/kserve');
	const panel = page.getByRole('region', { name: 'Badge' });
	const image = panel.getByRole('img', { name: /KServe/ });
	await expect(image).toBeVisible();
	expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(80);
	await panel.getByText('Show the Markdown').click();
	const address = new URL('/projects/kserve', page.url()).href;
	await expect(panel.getByRole('region', { name: 'Markdown' })).toHaveText(
		`[![KServe on the CNAI Radar](${address}/badge.svg)](${address})`
	);
});

testAccessible('/data');
