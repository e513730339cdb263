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

testAccessible('/what-if?weights=10-10-50-10-10-10');
