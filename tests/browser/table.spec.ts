import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const firstName = (page: Page) => rows(page).first().getByRole('rowheader');

test('holds every project and sorts by a pressed head, both ways', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	expect(await rows(page).count()).toBeGreaterThan(150);
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/sort=stars&dir=desc/);
	await expect(page.getByRole('columnheader', { name: 'Stars' })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	const most = await firstName(page).textContent();
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/sort=stars&dir=asc/);
	await expect(firstName(page)).not.toHaveText(most ?? '');
});

test('filters and searches, and the address holds all of it', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	await page.locator('summary', { hasText: 'Ring' }).click();
	await page.getByRole('checkbox', { name: /^Trial/ }).check();
	await expect(page).toHaveURL(/ring=trial/);
	await page.getByRole('searchbox').fill('vllm');
	await expect(page.getByRole('status')).toContainText(/^\d of \d+ projects/);
	await expect(page).toHaveURL(/q=vllm/);
	await page.reload();
	await expect(page.getByRole('status')).toContainText(/^\d of \d+ projects/);
	await expect(firstName(page)).toHaveText('vLLM');
});

test('shows the observed values when asked for', async ({ page }) => {
	await page.goto('/table?cols=observed');
	await expect(page.getByRole('columnheader', { name: 'Authors in a year' })).toBeAttached();
});

test('nothing that matches says so and offers the way back', async ({ page }) => {
	await page.goto('/table?q=qqqqqqqq');
	await page.waitForLoadState('networkidle');
	await expect(page.getByText('Nothing matches')).toBeVisible();
	await page.getByRole('link', { name: 'Clear search and filters' }).click();
	await expect(firstName(page)).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('is a plain sorted table that filters by its form', async ({ page }) => {
		await page.goto('/table');
		expect(await rows(page).count()).toBeGreaterThan(150);
		await page.getByRole('link', { name: 'Stars', exact: true }).click();
		await expect(page.getByRole('columnheader', { name: 'Stars' })).toHaveAttribute(
			'aria-sort',
			'descending'
		);
		await page.locator('summary', { hasText: 'Ring' }).click();
		await page.getByRole('checkbox', { name: /^Adopt/ }).check();
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/ring=adopt/);
		await expect(page.getByRole('status')).toContainText(/^\d+ of \d+ projects/);
	});
});

testAccessible('/table');
testAccessible('/table?cols=judgement&cols=points&cols=facts&cols=observed&category=Inference');
