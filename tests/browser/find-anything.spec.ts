import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('every page is one link from every other, by the map in the footer', async ({ page }) => {
	await page.goto('/glossary');
	const map = page.getByRole('navigation', { name: 'All pages' });
	const links = await map.getByRole('link').evaluateAll((all) =>
		all
			.map((link) => new URL((link as HTMLAnchorElement).href))
			.filter(({ host }) => host === location.host)
			.map(({ pathname }) => pathname)
	);
	for (const path of [
		'/',
		'/table',
		'/data',
		'/data-quality',
		'/candidates',
		'/poster',
		'/get-involved'
	]) {
		expect(links).toContain(path);
	}
	expect(new Set(links).size).toBe(links.length);
});

test('menus of the header unfold, and close by Escape and where one leaves them', async ({
	page
}) => {
	await page.goto('/trends');
	await page.waitForLoadState('networkidle');
	const site = page.getByRole('navigation', { name: 'Site' });
	const quality = site.getByRole('link', { name: 'Data quality' });
	await expect(quality).toBeHidden();
	await site.getByText('About', { exact: true }).first().click();
	await expect(quality).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(quality).toBeHidden();
	await site.getByText('About', { exact: true }).first().click();
	await quality.click();
	await expect(page).toHaveURL(/\/data-quality$/);
	await expect(quality).toBeHidden();
});

test('the search of the header finds a project and an action on any page', async ({ page }) => {
	await page.goto('/about');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Search all projects and pages' }).click();
	const field = page.getByRole('combobox', { name: 'Project or action' });
	const first = page.getByRole('listbox', { name: 'Found' }).getByRole('option').first();
	await field.fill('dark');
	await expect(first).toContainText('Switch between light and dark');
	await field.fill('vllm');
	await expect(first).toContainText(/vLLM\s*(Adopt|Trial|Assess) · Runtime/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/projects\/vllm$/);
});

test('a misspelt address of a project names the one that may be meant', async ({ page }) => {
	const answer = await page.goto('/projects/langchian');
	expect(answer?.status()).toBe(404);
	await page.getByRole('link', { name: 'LangChain', exact: true }).click();
	await expect(page).toHaveURL(/\/projects\/langchain$/);
});

test('a term of an explanation leads to its line in the glossary', async ({ page }) => {
	await page.goto('/projects/vllm');
	await page.getByText('All reasons and limits').first().click();
	await page
		.getByRole('link', { name: /^(Stable|Borderline)$/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/glossary#(stability|borderline)$/);
	await expect(page.locator('div:target')).toContainText('weightings');
});

testAccessible('/glossary');
testAccessible('/get-involved');
