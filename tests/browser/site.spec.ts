import { expect, test } from '@playwright/test';
import { sidewaysScroll } from './accessible.ts';

/** Every page, with something on it that has to be there to be read. */
const PAGES = [
	['/', 'link', 'Milvus'],
	['/table', 'rowheader', 'Milvus'],
	['/landscape', 'link', /^Milvus/],
	['/trends', 'heading', 'Graveyard'],
	['/news/2026-W34', 'heading', 'What happened'],
	['/changes', 'heading', 'From ring to ring'],
	['/compare?p=kserve,kueue', 'heading', 'Where they differ'],
	['/what-if', 'slider', /Use/],
	['/methodology', 'heading', /./],
	['/players', 'rowheader', /^Red Hat/],
	['/candidates', 'rowheader', /^ollama/],
	['/data-quality', 'heading', 'What is known'],
	['/about', 'heading', 'Where it comes from'],
	['/glossary', 'heading', 'Glossary'],
	['/get-involved', 'link', 'Report an error'],
	['/data', 'heading', 'All addresses'],
	['/poster', 'heading', 'AI Native Infra'],
	['/projects/kserve', 'heading', 'Why this ring'],
	['/projects/alpa', 'heading', 'Alternatives']
] as const;

/** Pages that ask for another paper. */
const PAPER = new Map([
	['/table', { width: 1047, height: 700 }],
	// A3, and the gutter of the scroll bar.
	['/poster', { width: 1603, height: 1123 }]
]);

test('the footer says unofficial, names the landscape with its licence, and leads to the data', async ({
	page
}) => {
	await page.goto('/trends');
	const footer = page.getByRole('contentinfo');
	await expect(footer).toContainText('Unofficial. Computed from public data, not voted on.');
	await expect(footer).toContainText('CC-BY-4.0 or Apache-2.0');
	await footer.getByRole('link', { name: 'Data and badges' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page).toHaveURL(/\/data$/);
});

test('the page one is on is marked', async ({ page }) => {
	await page.goto('/trends');
	const site = page.getByRole('navigation', { name: 'Site' });
	await expect(site.locator('[aria-current]')).toHaveText('Trends');
	await page.goto('/projects/kserve');
	await expect(site.locator('[aria-current]')).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the pages unfold from a menu, which closes when one is chosen, or by Escape', async ({
		page
	}) => {
		await page.goto('/compare');
		await page.waitForLoadState('networkidle');
		const menu = page.getByRole('button', { name: 'Menu' });
		const changes = page
			.getByRole('navigation', { name: 'Site' })
			.getByRole('link', { name: 'Changes', exact: true });
		await expect(changes).toBeHidden();
		await menu.focus();
		await page.keyboard.press('Enter');
		await expect(changes).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(changes).toBeHidden();
		await expect(menu).toBeFocused();
		await menu.click();
		await changes.click();
		await expect(page).toHaveURL(/\/changes$/);
		await expect(changes).toBeHidden();
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('the menu unfolds all the same', async ({ page }) => {
			await page.goto('/compare');
			await page.getByRole('button', { name: 'Menu' }).click();
			await page
				.getByRole('navigation', { name: 'Site' })
				.getByRole('link', { name: 'Landscape', exact: true })
				.click();
			await expect(page).toHaveURL(/\/landscape$/);
		});
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	for (const [path, role, name] of PAGES) {
		test(`${path} is there to be read`, async ({ page }) => {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('main').getByRole(role, { name }).first()).toBeVisible();
		});
	}
});

test.describe('at 400% zoom', () => {
	test.use({ viewport: { width: 320, height: 256 } });

	for (const [path] of PAGES) {
		test(`${path} needs no scrolling sideways`, async ({ page }) => {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			expect(await sidewaysScroll(page)).toBe(0);
		});
	}
});

test.describe('on paper', () => {
	// A4 within its margins.
	test.use({ viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });

	for (const [path] of PAGES) {
		test(`${path} is light, without what is pressed, and names its source`, async ({ page }) => {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			await page.emulateMedia({ media: 'print' });
			const paper = PAPER.get(path);
			if (paper) await page.setViewportSize(paper);
			// The poster brings a foot of its own.
			const foot = page.locator('footer').filter({ visible: true });
			await expect(foot).toContainText('Landscape');
			await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
			await expect(page.getByRole('combobox').first()).toBeHidden();
			const ground = await page.evaluate(
				() => getComputedStyle(document.documentElement).backgroundColor
			);
			expect(ground).toBe('rgb(255, 255, 255)');
			expect(await sidewaysScroll(page)).toBe(0);
		});
	}
});

test('without colour, the rings of the landscape are told by their frames', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/landscape');
	const frames = await page.evaluate(() =>
		['adopt', 'trial', 'assess', 'hold', 'not-rated'].map((ring) => {
			const tile = document.querySelector(`main section a[data-ring='${ring}']`);
			if (tile === null) throw new Error(`nobody stands in ${ring}`);
			const { outlineStyle, outlineWidth } = getComputedStyle(tile);
			return `${outlineWidth} ${outlineStyle}`;
		})
	);
	expect(new Set(frames).size).toBe(5);
});

for (const path of ['/', '/table', '/methodology']) {
	test(`letters twice as large make ${path} no wider than the window`, async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(path);
		const root = page.locator('html');
		await root.evaluate((html) => (html.style.fontSize = '200%'));
		expect(await root.evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(
			0
		);
		await expect(
			page.getByRole('navigation', { name: 'Site' }).getByText('About', { exact: true }).first()
		).toBeInViewport();
	});
}
