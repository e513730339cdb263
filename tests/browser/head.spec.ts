import { expect, test } from '@playwright/test';

/** What those who show links read of a page, without running it. */
function told(html: string): Record<string, string> {
	const [head = ''] = html.split('</head>');
	const found: Record<string, string> = {};
	for (const [tag] of head.matchAll(/<(?:meta|link)\s[^>]*>/g)) {
		const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
		if (of('media') !== undefined) continue;
		const names = [of('property'), of('name'), of('rel') === 'canonical' ? 'canonical' : undefined];
		for (const name of names) {
			if (name === undefined) continue;
			if (name in found) throw new Error(`${name} is told twice`);
			found[name] = (of('content') ?? of('href') ?? '').replaceAll('&amp;', '&');
		}
	}
	return found;
}

/** Address, card, and its own address where that is another. */
const PAGES: readonly (readonly [path: string, card: string, canonical?: string])[] = [
	['/', '/card.png'],
	['/?edition=2025-06&ring=adopt', '/card.png?edition=2025-06&ring=adopt', '/?edition=2025-06'],
	['/compare?p=kserve,kueue', '/card.png?p=kserve,kueue'],
	['/compare?p=kserve&p=kueue', '/card.png?p=kserve&p=kueue', '/compare?p=kserve,kueue'],
	['/table', '/card.png'],
	['/landscape', '/card.png'],
	['/trends', '/card.png'],
	['/news', '/card.png'],
	['/changes', '/card.png'],
	['/compare', '/card.png'],
	['/what-if', '/card.png'],
	['/methodology', '/card.png'],
	['/about', '/card.png'],
	['/data', '/card.png'],
	['/glossary', '/card.png'],
	['/get-involved', '/card.png'],
	['/poster', '/card.png'],
	['/projects/kserve', '/projects/kserve/card.png'],
	['/projects/kserve?edition=2025-06', '/projects/kserve/card.png?edition=2025-06'],
	['/projects/alpa', '/projects/alpa/card.png']
];

for (const [path, card, address = path] of PAGES) {
	test(`${path} tells its title, its address and its card`, async ({ page, request }) => {
		const response = await page.goto(path);
		const of = told((await response?.text()) ?? '');
		expect(of['og:title']).toBe(await page.title());
		expect(of.description?.length).toBeGreaterThan(30);
		expect(of).toMatchObject({
			'og:description': of.description,
			'og:type': 'website',
			'og:image:alt': of['og:title'],
			'og:image:width': '1200',
			'og:image:height': '630',
			'twitter:card': 'summary_large_image'
		});
		const { origin } = new URL(page.url());
		expect(of.canonical).toBe(`${origin}${address}`);
		expect(decodeURIComponent(of['og:image'] ?? '')).toBe(`${origin}${card}`);
		expect((await request.get(card)).headers()['content-type']).toBe('image/png');
	});
}

test('in the browser, no address but that of the view is left to be shared', async ({ page }) => {
	await page.goto('/?ring=adopt');
	await page.waitForLoadState('networkidle');
	await expect(
		page.locator('head link[rel="canonical"], head meta[property="og:image"]')
	).toHaveCount(0);
	await expect(page.locator('head meta[name="description"]')).toHaveCount(1);
	expect(await page.title()).toContain('August 2026');
});

test('a page that is not there has no card', async ({ request }) => {
	const of = told(await (await request.get('/projects/no-such-thing')).text());
	expect(of.robots).toBe('noindex');
	expect(Object.keys(of).filter((name) => name.startsWith('og:image'))).toEqual([]);
	expect(of.canonical).toBeUndefined();
});
