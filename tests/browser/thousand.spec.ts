import { expect, test, type Locator, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '../fixtures/built-server.ts';

const PROJECTS = 1000;

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const blips = (page: Page) => chart(page).locator('a[data-project][data-ring]');
const row = (page: Page, id: string) => page.locator(`li[data-project="${id}"]`);
const status = (page: Page) => page.getByRole('status');
const idOf = async (blip: Locator) => (await blip.getAttribute('data-project')) ?? '';

let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.slow();
	server = await startServer(PROJECTS);
});
test.afterAll(() => server?.stop());

/** Opens the radar and waits until scripts have taken over. */
async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`${server?.origin}/${query}`);
	await page.waitForLoadState('networkidle');
}

/** Each blip with what it says of itself, its middle and its size. */
const drawn = (page: Page) =>
	blips(page).evaluateAll((all) =>
		all.map((blip) => {
			const { x, y, width } = (blip.firstElementChild ?? blip).getBoundingClientRect();
			const { project, ring, category } = (blip as SVGAElement).dataset;
			const said = [project, ring, category, blip.getAttribute('aria-label')].join(' | ');
			return { said, x: x + width / 2, y: y + width / 2, width };
		})
	);

for (const [width, height] of [
	[1440, 900],
	[390, 844]
] as const) {
	test.describe(`a thousand projects at ${width} px`, () => {
		test.use({ viewport: { width, height } });

		test('are drawn by the server, none over another, and stay where they are', async ({
			page,
			browser
		}) => {
			const still = await browser.newPage({
				javaScriptEnabled: false,
				viewport: { width, height }
			});
			await open(still);
			const served = await drawn(still);
			await still.close();
			expect(new Set(served.map(({ said }) => said)).size).toBe(PROJECTS);
			const overlapping = served.flatMap((a, i) =>
				served
					.slice(i + 1)
					// Without their edges, which the size of the box contains.
					.filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.width * 0.98)
					.map((b) => `${a.said} and ${b.said}`)
			);
			expect(overlapping).toEqual([]);

			await page.addInitScript(() => {
				new PerformanceObserver((list) => {
					const shifts = list.getEntries().map((entry) => JSON.stringify(entry));
					document.documentElement.dataset.shifts = shifts.join();
				}).observe({ type: 'layout-shift', buffered: true });
			});
			await open(page);
			expect(await drawn(page)).toEqual(served);
			await page.getByRole('searchbox').focus();
			await expect(page.locator('html')).not.toHaveAttribute('data-shifts');
		});

		test('are pointed at, walked by arrow keys, and opened', async ({ page }) => {
			await open(page);
			const first = blips(page).first();
			const id = await idOf(first);
			await first.hover();
			const name = ((await first.getAttribute('aria-label')) ?? '').replace(/, Adopt, .*/, '');
			await expect(chart(page).locator('.lit text')).toContainText(name);
			await expect(row(page, id)).toHaveClass(/lit/);

			await first.focus();
			await page.keyboard.press('ArrowRight');
			const next = chart(page).locator('a:focus');
			await expect(next).toHaveAttribute('tabindex', '0');
			const walkedTo = await idOf(next);
			expect(walkedTo).not.toBe(id);
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(new RegExp(`project=${walkedTo}`));
			await expect(page.getByRole('dialog')).toContainText('Why this ring');
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toBeHidden();
		});

		test('are searched, also those that the list folds away, and filtered', async ({ page }) => {
			await open(page);
			const folded = blips(page).and(page.locator('[data-sector="Data"] [data-ring="assess"]'));
			const last = folded.last();
			const id = await idOf(last);
			await expect(row(page, id)).toBeHidden();
			await page.getByRole('searchbox').fill(id.replaceAll('-', ' '));
			await expect(status(page)).toContainText(/^\d+ of 1,000 projects/);
			await expect(row(page, id)).toBeVisible();
			await expect(last).not.toHaveAttribute('fill-opacity');
			await expect(blips(page).first()).toHaveAttribute('fill-opacity');
			await page.getByRole('searchbox').fill('');
			await expect(row(page, id)).toBeHidden();
			await expect(page).toHaveURL(/\/$/);

			await open(page);
			if (width < 1024) await page.getByRole('button', { name: /^Filters/ }).click();
			await page.getByRole('checkbox', { name: /^Assess/ }).check();
			if (width < 1024) await page.keyboard.press('Escape');
			const assessed = await blips(page)
				.and(page.locator('[data-ring="assess"]'))
				.evaluateAll((all) => all.map((blip) => (blip as SVGAElement).dataset.project));
			await expect(page.locator('li[data-project]:visible')).toHaveCount(assessed.length);
			await expect(chart(page).locator('a[data-project]:not([fill-opacity])')).toHaveCount(
				assessed.length
			);
		});

		test('are listed ring by ring: the strongest, then all when asked for', async ({ page }) => {
			await open(page);
			const rows = page.locator('li[data-project]:visible');
			expect(await rows.count()).toBeLessThan(250);
			const more = page.getByRole('link', { name: /^\d+ more/ }).first();
			const hidden = parseInt((await more.textContent()) ?? '', 10);
			const before = await rows.count();
			await more.click();
			await expect(rows).toHaveCount(before + hidden);
			await expect(page.locator('li[data-project]:nth-child(11) a').first()).toBeFocused();
		});

		test('come from another page as they come from their own', async ({ page }) => {
			await open(page);
			const own = await drawn(page);
			await open(page, 'about');
			await page.locator('a[href$="/"], a[href="."], a[href="./"]').first().click();
			await expect(blips(page)).toHaveCount(PROJECTS);
			expect((await drawn(page)).map(({ said }) => said)).toEqual(own.map(({ said }) => said));
		});
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('what the list folds away is in the table', async ({ page }) => {
		await open(page);
		const more = page.getByRole('link', { name: /^\d+ more/ }).first();
		const hidden = parseInt((await more.textContent()) ?? '', 10);
		await more.click();
		await expect(page).toHaveURL(/\/table\?ring=adopt&category=AI\+Agent$/);
		await expect(status(page)).toContainText(new RegExp(`^${hidden + 10} of 1,?000 projects`));
	});
});
