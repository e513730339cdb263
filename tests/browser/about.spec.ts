import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('says what it is, where it comes from and how to correct it', async ({ page }) => {
	await page.goto('/about');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Unofficial. Computed from public data, not voted on.'
	);
	await expect(
		page.getByRole('main').getByRole('link', { name: 'CNCF Cloud Native Interactive Landscape' })
	).toHaveAttribute('href', 'https://github.com/cncf/landscape');
	await expect(page.getByRole('link', { name: 'edit the overrides' })).toBeVisible();
	await expect(
		page.getByRole('link', { name: "The repository's own history", exact: true })
	).toHaveAttribute('href', /\/data\/observations$/);
});

test('every page in the navigation exists', async ({ page, request }) => {
	await page.goto('/about');
	const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link');
	for (const link of await links.all()) {
		const href = await link.getAttribute('href');
		const answer = await request.get(new URL(href ?? '', page.url()).href);
		expect(answer.status(), href ?? '').toBe(200);
	}
});

testAccessible('/about');
