import { expect, test, type Page } from '@playwright/test';

/** What those who show links read of a page. */
async function told(page: Page): Promise<Record<string, string>> {
	await page.waitForLoadState('networkidle');
	return page.evaluate(() => {
		const found: Record<string, string> = {};
		const read = (element: Element, name: string | null, value: string | null) => {
			if (name === null) return;
			if (name in found) throw new Error(`${name} is told twice`);
			found[name] = value ?? element.outerHTML;
		};
		for (const meta of document.head.querySelectorAll('meta[property], meta[name]')) {
			if (meta.hasAttribute('media')) continue;
			for (const name of ['property', 'name'])
				read(meta, meta.getAttribute(name), meta.getAttribute('content'));
		}
		for (const link of document.head.querySelectorAll('link[rel="canonical"]'))
			read(link, 'canonical', link.getAttribute('href'));
		return found;
	});
}

const PAGES = [
	['/', '/card.png'],
	['/?edition=2025-06&ring=adopt', '/card.png?edition=2025-06&ring=adopt'],
	['/table', '/card.png'],
	['/landscape', '/card.png'],
	['/trends', '/card.png'],
	['/changes', '/card.png'],
	['/compare', '/card.png'],
	['/what-if', '/card.png'],
	['/methodology', '/card.png'],
	['/about', '/card.png'],
	['/data', '/card.png'],
	['/poster', '/card.png'],
	['/projects/kserve', '/projects/kserve/card.png'],
	['/projects/kserve?edition=2025-06', '/projects/kserve/card.png?edition=2025-06'],
	['/projects/alpa', '/projects/alpa/card.png']
] as const;

for (const [path, card] of PAGES) {
	test(`${path} tells its title, its address and its card`, async ({ page, request }) => {
		const response = await page.goto(path);
		const html = (await response?.text()) ?? '';
		const { origin } = new URL(page.url());
		const of = await told(page);
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
		// The server speaks of https, as it is told nothing else; the browser of what it has loaded.
		const address = (text = '') => text.replace(/^https?:\/\//, '');
		expect(address(of.canonical)).toBe(address(origin + path));
		expect(address(of['og:image'])).toBe(address(origin + card));
		// Who shows links runs no scripts.
		expect(html).toMatch(/<meta property="og:image" content="https?:\/\/[^"]+card\.png/);
		expect(html).toMatch(/<link rel="canonical" href="https?:\/\//);
		expect((await request.get(card)).headers()['content-type']).toBe('image/png');
	});
}

test('the head follows from page to page', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: 'Trends', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Trends');
	expect((await told(page)).canonical).toMatch(/\/trends$/);
});

test('a page that is not there has no card', async ({ page }) => {
	await page.goto('/projects/no-such-thing');
	const of = await told(page);
	expect(of.robots).toBe('noindex');
	expect(of['og:image']).toBeUndefined();
	expect(of.canonical).toBeUndefined();
});
