import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';
import { startServer } from '../fixtures/built-server.ts';

/**
 * The sizes of a PDF's pages in millimetres, and how many of its fonts it does not bring along. Those that it draws letter
 * by letter (Type 3) need no file.
 */
async function printed(page: Page): Promise<{ sheets: string[]; fontsMissing: number }> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
	const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
	expect(boxes).toHaveLength(pages.length);
	const millimetres = (points = '') => Math.round((Number(points) / 72) * 25.4);
	const fonts = pdf.match(/\/Subtype\s*\/(CIDFontType[02]|TrueType|Type1)\b/g) ?? [];
	const files = pdf.match(/\/FontFile[23]?\s/g) ?? [];
	expect(fonts.length).toBeGreaterThan(0);
	return {
		sheets: boxes.map(([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`),
		fontsMissing: fonts.length - files.length
	};
}

/** Texts of the sheet that run into each other, or out of what holds them. */
const collisions = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const sheet = document.querySelector('.sheet');
		if (sheet === null) throw new Error('no sheet');
		const limits = sheet.getBoundingClientRect();
		const found: string[] = [];
		const boxes = [
			...sheet.querySelectorAll('svg .labels text, svg .numbers text, h1, h2, h3, li, p, dd')
		]
			.flatMap((element) => {
				const range = document.createRange();
				range.selectNodeContents(element);
				// A text in columns has a box in each.
				return [...range.getClientRects()].map((box) => ({ element, box }));
			})
			.filter(({ box }) => box.width > 0);
		// The room of a line reaches above and below its letters.
		const AIR = 0.25;
		for (const [at, { element, box }] of boxes.entries()) {
			const text = element.textContent.trim();
			if (box.left < limits.left || box.right > limits.right || box.bottom > limits.bottom)
				found.push(`${text} leaves the sheet`);
			for (const other of boxes.slice(at + 1)) {
				if (other.element === element) continue;
				const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
				const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
				const least = Math.min(box.height, other.box.height) * AIR;
				if (across > 0.5 && down > least)
					found.push(`${text} runs into ${other.element.textContent.trim()}`);
			}
		}
		return found;
	});

for (const edition of ['', '?edition=2024-08', '?edition=2026-04']) {
	test.describe(`/poster${edition}, without scripts`, () => {
		test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

		test('prints to one sheet of A3 with its fonts', async ({ page }) => {
			await page.goto(`/poster${edition}`);
			expect(await printed(page)).toEqual({ sheets: ['420 × 297'], fontsMissing: 0 });
		});
	});

	test(`/poster${edition} has every name once, and none runs into another`, async ({
		page,
		request
	}) => {
		const { projects } = (await (await request.get(`/api/v1/radar.json${edition}`)).json()) as {
			projects: { name: string; ring: string | null }[];
		};
		await page.setViewportSize({ width: 1588, height: 1123 });
		await page.goto(`/poster${edition}`);
		await page.emulateMedia({ media: 'print' });
		const index = page.getByRole('region', { name: 'All projects' });
		const listed = await index.getByRole('listitem').allInnerTexts();
		const rated = projects.filter(({ ring }) => ring !== null).map(({ name }) => name);
		expect(listed.map((text) => text.replace(/^\d+\s*/, '')).sort()).toEqual(rated.sort());
		for (const { name } of projects) await expect(index).toContainText(name);
		// The number in a blip is that of its name.
		expect(await page.locator('svg .numbers text').count()).toBe(rated.length);
		expect(await collisions(page)).toEqual([]);
	});
}

test('says of when it is, by which model, whose facts it shows, and what it is not', async ({
	page
}) => {
	await page.goto('/poster?edition=2025-06');
	const sheet = page.getByRole('article');
	await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('CNAI Radar, June 2025');
	await expect(sheet).toContainText('Unofficial. Computed from public data, not voted on.');
	await expect(sheet).toContainText('Data up to 30 June 2025, model 2.0.0.');
	await expect(sheet).toContainText('CC-BY-4.0 or Apache-2.0');
	await expect(sheet).toContainText(new URL('/', page.url()).host);
	await page.getByRole('link', { name: 'On the radar' }).click();
	await expect(page).toHaveURL(/\/\?edition=2025-06$/);
});

test('is offered under Share for the edition shown, and among the data', async ({ page }) => {
	await page.goto('/?edition=2025-06');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('link', { name: /^Poster:/ }).click();
	await expect(page).toHaveURL(/\/poster\?edition=2025-06$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('June 2025');
	await page.goto('/data');
	await page.getByRole('main').getByRole('link', { name: 'poster' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('August 2026');
});

test('an edition that there is not is not found', async ({ request }) => {
	expect((await request.get('/poster?edition=1999-01')).status()).toBe(404);
});

test('1,000 projects put the index onto further sheets, and say so', async ({ page }) => {
	test.slow();
	const server = await startServer(1000);
	try {
		await page.setViewportSize({ width: 1588, height: 1123 });
		await page.goto(`${server.origin}/poster`);
		const { sheets } = await printed(page);
		expect(sheets.length).toBeGreaterThan(1);
		expect(sheets.length).toBeLessThanOrEqual(3);
		expect(new Set(sheets)).toEqual(new Set(['420 × 297']));
		await expect(page.getByRole('article')).toContainText('overleaf');
		await expect(page.getByRole('region', { name: 'All projects' })).toBeVisible();
	} finally {
		await server.stop();
	}
});

testAccessible('/poster');

test('those not rated stand in one column, under their heading', async ({ page }) => {
	await page.goto('/poster');
	const heading = page.getByRole('heading', { name: /^Not rated/ });
	const names = page.locator('section p', { hasText: 'Kubernetes' });
	const [above, below] = [await heading.boundingBox(), await names.boundingBox()];
	expect(Math.abs((above?.x ?? 0) - (below?.x ?? 99))).toBeLessThan(1);
	expect(await names.evaluate((text) => text.getClientRects().length)).toBe(1);
});
