import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('another weight moves projects, and the address holds it', async ({ page }) => {
	await page.goto('/what-if');
	await page.waitForLoadState('networkidle');
	const slider = page.getByRole('slider', { name: /Adoption/ });
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
	page.on('request', (request) => asked.push(request.url()));
	await expect(page.getByText('These are the official weights')).toBeVisible();
	await page.getByRole('button', { name: 'A business owner' }).click();
	await expect(page).toHaveURL(/weights=15-10-30-35-5-5/);
	await expect(page.getByText(/\d+ projects? of \d+ would stand in another ring/)).toBeVisible();
	await expect(page.getByText('A business owner asks: Who else stands behind it?')).toBeVisible();
	expect(await official()).toEqual(before);
	expect(asked.filter((url) => !url.includes('/_app/'))).toEqual([]);
	await page.getByRole('button', { name: 'Official' }).click();
	await expect(page.getByText('These are the official weights')).toBeVisible();
});

testAccessible('/what-if?weights=10-10-50-10-10-10');
