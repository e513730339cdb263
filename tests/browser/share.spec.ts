import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { expectNoViolation } from './accessible.ts';

async function share(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Share' }).click();
	await expect(page.getByRole('group', { name: 'Share' })).toBeVisible();
}

async function fileOf(page: Page, name: RegExp): Promise<{ download: Download; bytes: Buffer }> {
	const coming = page.waitForEvent('download');
	await page.getByRole('group', { name: 'Share' }).getByRole('link', { name }).click();
	const download = await coming;
	return { download, bytes: await readFile(await download.path()) };
}

test('shares what is shown as JSON and CSV', async ({ page }) => {
	await share(page, '/?ring=adopt&segment=Inference');
	const shown = await page.locator('li[data-project]:visible').count();
	const json = await fileOf(page, /^JSON/);
	expect(json.download.suggestedFilename()).toBe('cnai-radar-2026-08.json');
	const { projects } = JSON.parse(json.bytes.toString());
	expect(projects).toHaveLength(shown);
	const csv = await fileOf(page, /^CSV/);
	expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(shown + 1);
});

test('shares the radar as SVG, in the theme in which it is shown', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await share(page, '/?ring=adopt&names=off');
	const { download, bytes } = await fileOf(page, /^SVG/);
	expect(download.suggestedFilename()).toBe('cnai-radar-2026-08.svg');
	const svg = bytes.toString();
	expect(svg).toContain('fill="#101214"');
	expect(svg).toContain('Ring: Adopt.');
});

test('shares the radar as PNG, large enough for a stage', async ({ page }) => {
	await share(page, '/');
	const { download, bytes } = await fileOf(page, /^PNG/);
	expect(download.suggestedFilename()).toBe('cnai-radar-2026-08.png');
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3840, 2160]);
	// A picture, not an empty sheet.
	expect(bytes.length).toBeGreaterThan(200_000);
});

test('leads to what is shown as a table', async ({ page }) => {
	await share(page, '/?edition=2026-05&segment=Inference&ring=trial');
	await page
		.getByRole('group', { name: 'Share' })
		.getByRole('link', { name: /^Table/ })
		.click();
	await expect(page).toHaveURL(/\/table\?edition=2026-05&ring=trial&category=Inference$/);
});

test('says so when the picture cannot be fetched', async ({ page }) => {
	await share(page, '/');
	await page.route('**/radar.svg*', (route) => route.abort());
	await page.getByRole('group', { name: 'Share' }).getByRole('link', { name: /^PNG/ }).click();
	await expect(page.getByRole('alert')).toContainText('could not be fetched');
});

test('the menu takes the focus, closes and opens again by its button, and gives the focus back', async ({
	page
}) => {
	await share(page, '/');
	const menu = page.getByRole('group', { name: 'Share' });
	await expect(menu.getByRole('button', { name: 'Copy link' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();
	const opener = page.getByRole('button', { name: 'Share' });
	await expect(opener).toBeFocused();
	await opener.click();
	await expect(menu).toBeVisible();
	await opener.click();
	await expect(menu).toBeHidden();
});

for (const [width, height] of [
	[1440, 900],
	[390, 844]
] as const) {
	test(`the menu lies inside the window, and axe objects to nothing, ${width} wide`, async ({
		page
	}) => {
		test.slow();
		await page.setViewportSize({ width, height });
		await share(page, '/?ring=adopt');
		const box = await page.getByRole('group', { name: 'Share' }).boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
		await expectNoViolation(page, { selector: '#share' });
	});
}

test('the table gives its rows as JSON and CSV', async ({ page }) => {
	await page.goto('/table?category=Training');
	const links = page.getByRole('main').getByRole('link', { name: /^(JSON|CSV)$/ });
	await expect(links).toHaveCount(2);
	for (const link of await links.all()) {
		await expect(link).toHaveAttribute('href', /\?category=Training$/);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('leads to the data', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Export' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data and badges');
	});
});

test('on a phone, "Share link" opens the system’s own menu', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		...(baseURL === undefined ? {} : { baseURL }),
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	await context.addInitScript(() => {
		Object.assign(navigator, {
			share: ({ url }: ShareData) => {
				Object.assign(window, { shared: url });
				return Promise.resolve();
			}
		});
	});
	const page = await context.newPage();
	await share(page, '/?ring=adopt');
	await page.getByRole('button', { name: 'Share link' }).tap();
	expect(await page.evaluate(() => (window as unknown as { shared: string }).shared)).toBe(
		`${baseURL ?? ''}/?ring=adopt`
	);
	await context.close();
});
