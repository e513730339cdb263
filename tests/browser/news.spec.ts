import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('the header leads to the newest week, and steps lead to the others', async ({ page }) => {
	await page.goto('/table');
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'News' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'News of week 36, 31 August to 6 September 2026'
	);
	await page.getByRole('link', { name: 'Week before' }).click();
	await expect(page).toHaveURL(/\/news\/2026-W35$/);
	await expect(page.getByText('No news this week')).toBeVisible();
	await page.getByRole('link', { name: 'Week before' }).click();
	await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
});

test('a line says day, project with ring, what happened, why it is here and its source', async ({
	page
}) => {
	await page.goto('/news/2026-W32');
	const line = page.getByRole('listitem').filter({ hasText: 'KServe 0.20.0' });
	await expect(line.locator('time')).toHaveText('6 Aug');
	await expect(line.getByRole('link', { name: /^KServe\W+Adopt$/ })).toBeVisible();
	await expect(line).toContainText('minor release');
	await expect(line).toContainText('kserve/kserve');
	await expect(line.getByRole('link', { name: /^Announcing KServe v0.20/ })).toHaveAttribute(
		'rel',
		'external noopener nofollow'
	);
});

test('what is chosen is in the address, and leads on to feeds and files', async ({ page }) => {
	await page.goto('/news/2026-W32');
	await page.getByRole('combobox', { name: /^Project/ }).selectOption('vLLM');
	await expect(page).toHaveURL(/\/news\/2026-W32\?project=vllm$/);
	await expect(
		page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
	).toHaveCount(2);
	await expect(page.getByRole('link', { name: 'E-mail' })).toHaveAttribute(
		'href',
		/2026-W32\.email\.html\?project=vllm$/
	);
	await page.getByRole('link', { name: 'Clear all' }).click();
	await expect(page).toHaveURL(/\/news\/2026-W32$/);
});

test('the reader’s own projects come first', async ({ page }) => {
	await page.goto('/news/2026-W32');
	await page.getByLabel('Your projects first').fill('kserve, vllm');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/\?ids=kserve,vllm$/);
	const own = page.getByRole('region', { name: 'Your projects' });
	await expect(own.getByRole('listitem')).toHaveCount(3);
	await expect(page.getByRole('region', { name: 'Other projects' })).not.toContainText('vLLM');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a week is whole, and the form chooses', async ({ page }) => {
		await page.goto('/news/2026-W34');
		await expect(page.getByText('9 patch releases')).toBeVisible();
		await page.getByLabel('Category').selectOption('Inference');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/category=Inference/);
		await expect(page.getByRole('link', { name: /^Distributed Layerwise Offload/ })).toBeVisible();
		await expect(page.getByText('Kyverno 1.19.0')).toHaveCount(0);
	});
});

test('a week that is none says how to write it', async ({ page }) => {
	const response = await page.goto('/news/soon');
	expect(response?.status()).toBe(404);
	await expect(page.getByText('write it as 2026-W35')).toBeVisible();
});

test('a project’s page tells its newest stories, and leads to their week', async ({ page }) => {
	await page.goto('/projects/kserve');
	const news = page.getByRole('region', { name: 'In the news' });
	await expect(news.getByRole('listitem')).toHaveCount(5);
	await news.getByRole('link', { name: 'News of its week' }).first().click();
	await expect(page).toHaveURL(/\/news\/2026-W32\?project=kserve$/);
});

for (const [path, type] of [
	['/news.atom', 'application/atom+xml'],
	['/news.json?each=item', 'application/feed+json'],
	['/news/2026-W34.email.html', 'text/html'],
	['/news/2026-W34.txt', 'text/plain'],
	['/news/2026-W34.md', 'text/markdown'],
	['/api/v1/news.json?week=2026-W34', 'application/json'],
	['/api/v1/news.schema.json', 'application/json']
] as const) {
	test(`${path} is open data of its type`, async ({ request }) => {
		const response = await request.get(path);
		expect(response.status()).toBe(200);
		expect(response.headers()['content-type']).toContain(type);
		expect(response.headers()['access-control-allow-origin']).toBe('*');
	});
}

for (const width of [320, 700]) {
	test(`the e-mail fits ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/news/2026-W31.email.html');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			width
		);
	});
}

testAccessible('/news/2026-W31');
