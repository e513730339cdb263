import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('another weight moves projects, and the address holds it', async ({ page }) => {
	await page.goto('/what-if');
	await page.waitForLoadState('networkidle');
	const slider = page.getByRole('slider', { name: /Popularity|Adoption|Use/ });
	await slider.focus();
	for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/weights=/);
	const address = page.url();
	await page.reload();
	await page.waitForLoadState('networkidle');
	expect(page.url()).toBe(address);
	await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('a preset re-rings in the browser, says who moves, and the official rings stay beside it', async ({
	page
}) => {
	await page.goto('/what-if');
	await page.waitForLoadState('networkidle');
	const official = () => page.locator('table').first().locator('td:nth-child(2)').allTextContents();
	const before = await official();
	const asked: string[] = [];
	// Not the favicon, which a browser asks for when it likes.
	page.on('request', (request) => {
		if (['document', 'fetch', 'xhr'].includes(request.resourceType())) asked.push(request.url());
	});
	await expect(page.getByText('These are the official weights')).toBeVisible();
	await page.getByRole('button', { name: 'A business owner' }).click();
	await expect(page).toHaveURL(/weights=13-7-5-35-30-5-5/);
	await expect(page.getByText(/\d+ of \d+ projects would be in another ring/)).toBeVisible();
	await expect(page.getByText('A business owner asks: Who else backs it?')).toBeVisible();
	expect(await official()).toEqual(before);
	expect(asked).toEqual([]);
	await page.getByRole('button', { name: 'Official' }).click();
	await expect(page.getByText('These are the official weights')).toBeVisible();
});

/** The rings of the blips that a page draws, by project. */
const ringsOn = async (page: Page): Promise<Record<string, string>> =>
	Object.fromEntries(
		await page
			.locator('svg a[data-project]')
			.evaluateAll((blips) =>
				blips.map((blip) => [
					blip.getAttribute('data-project') ?? '',
					blip.getAttribute('data-ring') ?? ''
				])
			)
	);
const ghostsOn = (page: Page) => page.locator('[role="group"] [data-ghost]');

test('who would stand elsewhere leaves a ghost at the official place, and is told in words', async ({
	page
}) => {
	await page.goto('/');
	const official = await ringsOn(page);
	await page.goto('/what-if?weights=10-10-10-40-10-10-10');
	const moved = Object.entries(await ringsOn(page))
		.filter(([id, ring]) => official[id] !== ring)
		.map(([id]) => id);
	expect(moved.length).toBeGreaterThan(3);
	const ghosts = await ghostsOn(page).evaluateAll((all) =>
		all.map((ghost) => ghost.getAttribute('data-ghost'))
	);
	expect(ghosts.sort()).toEqual(moved.sort());
	// In words: as many rows, each with the official ring and the one with these weights.
	const rows = page.locator('main section tbody tr');
	await expect(rows).toHaveCount(moved.length);
	for (const row of await rows.all()) {
		const [was, now] = await row.getByRole('cell').allInnerTexts();
		expect(was).not.toBe(now);
	}
	await expect(page.getByText('The outline is the official place')).toBeVisible();
});

test('the chart is one stop, walked by arrow keys, whatever the weights', async ({ page }) => {
	await page.goto('/what-if');
	await page.waitForLoadState('networkidle');
	const focused = page.locator('svg a[data-project]:focus');
	const atChart = () => focused.count().then((count) => count === 1);
	await page.getByRole('button', { name: 'A business owner' }).click();
	await expect(page).toHaveURL(/weights=/);
	for (let stops = 0; stops < 20 && !(await atChart()); stops++) await page.keyboard.press('Tab');
	await page.keyboard.press('Home');
	const first = (await focused.getAttribute('data-project')) ?? '';
	// What is gone to is named on the chart, with its ring here.
	const label = (await focused.getAttribute('aria-label')) ?? '';
	const [name = '', ring = ''] = label.split(', ');
	await expect(page.locator('svg .lit text')).toContainText(`${name} ${ring}`);
	await page.keyboard.press('End');
	const last = (await focused.getAttribute('data-project')) ?? '';
	expect(last).not.toBe(first);
	await page.keyboard.press('Tab');
	expect(await atChart()).toBe(false);
	await page.keyboard.press('Shift+Tab');
	await expect(focused).toHaveAttribute('data-project', last);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/projects/${last}$`));
});

test('the official weights draw the official radar, without ghosts', async ({ page }) => {
	await page.goto('/');
	const official = await ringsOn(page);
	await page.goto('/what-if?weights=10-10-10-40-10-10-10');
	await page.waitForLoadState('networkidle');
	await expect(ghostsOn(page)).not.toHaveCount(0);
	await page.getByRole('button', { name: 'Official' }).click();
	await expect(ghostsOn(page)).toHaveCount(0);
	expect(await ringsOn(page)).toEqual(official);
	// Counted with those that no weights move.
	const counts = await page.locator('table').first().locator('td:nth-child(2)').allInnerTexts();
	const standing = (ring: string) => Object.values(official).filter((one) => one === ring).length;
	expect(counts.map(Number)).toEqual(['adopt', 'trial', 'assess', 'hold'].map(standing));
});

test.describe('without colours of its own', () => {
	test.use({ javaScriptEnabled: false });

	test('ghosts are told by broken lines, whose colour is the system’s', async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await page.goto('/what-if?weights=10-10-10-40-10-10-10');
		const place = ghostsOn(page).locator('.place').first();
		const style = await place.evaluate((path) => {
			const { strokeDasharray, stroke, fill } = getComputedStyle(path);
			return { strokeDasharray, stroke, fill, ink: getComputedStyle(document.body).color };
		});
		expect(style.strokeDasharray).not.toBe('none');
		expect(style.fill).toBe('none');
		expect(style.stroke).toBe(style.ink);
	});
});

testAccessible('/what-if?weights=10-10-10-40-10-10-10');

test('a slider tells points and share apart, with the official mark under its own place', async ({
	page
}) => {
	await page.goto('/what-if');
	await page.waitForLoadState('networkidle');
	const row = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('slider', { name: 'Activity' }) });
	const slider = row.getByRole('slider');
	const community = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('slider', { name: 'Community' }) });
	await slider.fill('32');
	await expect(row).toContainText(/32 points\s+28% of all/);
	await expect(row.getByRole('slider')).toHaveAttribute('aria-valuetext', '32 points, 28% of all');
	await expect(row.getByText('official 17')).toBeVisible();
	// What was not moved keeps its points; only its share is another.
	await expect(community).toContainText(/26 points\s+23% of all/);
	await expect(page.getByText('115 points in all, officially 100.')).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the result stays in sight while a slider is moved, and moves nothing', async ({ page }) => {
		await page.goto('/what-if');
		await page.waitForLoadState('networkidle');
		const slider = page.getByRole('slider', { name: 'Security' });
		await slider.scrollIntoViewIfNeeded();
		const before = await slider.boundingBox();
		await slider.fill('60');
		await expect(page.getByText(/would be in another ring/)).toBeInViewport();
		expect(await slider.boundingBox()).toEqual(before);
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('no slider can be moved that would do nothing', async ({ page }) => {
		await page.goto('/what-if');
		await expect(page.getByRole('slider', { name: 'Activity' })).toBeDisabled();
		await page.goto('/');
		await expect(page.locator('kbd', { hasText: '/' })).toBeHidden();
	});
});
