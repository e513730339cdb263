import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('says who carries the group, as shares of all commits, and what cannot be told', async ({
	page
}) => {
	await page.goto('/players');
	await expect(page.getByText(/at least half of the year’s commits in \d+ of \d+/)).toBeVisible();
	await expect(page.getByText(/\d+% of the commits could be told/)).toBeVisible();
	const first = page.getByRole('row').nth(1);
	await expect(first.getByRole('rowheader')).toContainText('Red Hat');
	await expect(first.getByRole('link', { name: /^KServe/ })).toHaveAttribute(
		'href',
		'/projects/kserve'
	);
	await expect(page.getByRole('main')).not.toContainText('[object');
});

test('filters and order lie in the address, and hold after a reload', async ({ page }) => {
	await page.goto('/players');
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'Kind' }).selectOption('university');
	await expect(page).toHaveURL(/kind=university/);
	await page.getByRole('link', { name: 'Organisation', exact: true }).click();
	await expect(page).toHaveURL(/kind=university&order=name/);
	await page.reload();
	const names = await page.getByRole('rowheader').allTextContents();
	expect(names.length).toBeGreaterThan(1);
	expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
	await expect(page.getByRole('columnheader', { name: 'Organisation' })).toHaveAttribute(
		'aria-sort',
		'ascending'
	);
});

test('filters that fit no organisation lead back to all', async ({ page }) => {
	await page.goto('/players?edition=2024-08&kind=university');
	await expect(page.getByText('No organisation fits these filters.')).toBeVisible();
	await page.getByRole('link', { name: 'All players' }).click();
	await expect(page.getByRole('rowheader').first()).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a form filters', async ({ page }) => {
		await page.goto('/players');
		await page.getByRole('combobox', { name: 'Projects of' }).selectOption('Training');
		await page.getByRole('checkbox', { name: 'with a neutral home only' }).check();
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/category=Training&home=neutral/);
		await expect(page.getByRole('checkbox')).toBeChecked();
		await expect(page.getByRole('rowheader').first()).toBeVisible();
	});
});

testAccessible('/players');
