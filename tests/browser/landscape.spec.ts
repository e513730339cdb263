import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('draws the AI group box by box, second places included', async ({ page }) => {
	await page.goto('/landscape');
	const categories = page.getByRole('heading', { level: 2 });
	await expect(categories.filter({ hasText: /^AI Agent/ })).toBeVisible();
	await expect(page.getByRole('heading', { level: 3, name: /^Vector Database/ })).toBeVisible();
	expect(await page.getByRole('link', { name: /^DeepEval/ }).count()).toBeGreaterThan(1);
	await expect(page.getByRole('link', { name: /not rated/ }).first()).toBeVisible();
});

test('boxes stand in the order of the landscape file, and a misspelt place is no box', async ({
	page
}) => {
	await page.goto('/landscape');
	const names = (await page.getByRole('heading', { level: 3 }).allTextContents()).map((text) =>
		text.replace(/\d+\s*$/, '').trim()
	);
	const order = ['Vector Database', 'Orchestration and Scheduling', 'Workload Runtime', 'Gateway'];
	expect(names.filter((name) => order.includes(name))).toEqual(order);
	expect(names.filter((name) => name.startsWith('Governance, Policy'))).toHaveLength(1);
});

test('a ring stands out, by its address', async ({ page }) => {
	await page.goto('/landscape');
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: /^Adopt/ }).click();
	await expect(page).toHaveURL(/\?ring=adopt$/);
	await expect(page.getByRole('link', { name: /^Adopt/ })).toHaveAttribute('aria-current', 'true');
});

test('tells what is filed elsewhere', async ({ page }) => {
	await page.goto('/landscape');
	await expect(page.getByRole('heading', { name: 'AI, listed elsewhere' })).toBeVisible();
	await expect(page.getByRole('row', { name: /^Dapr .* dapr\/dapr/ })).toBeVisible();
});

test('an old edition is drawn in the boxes of its time', async ({ page }) => {
	await page.goto('/landscape?edition=2025-08');
	await expect(page.getByRole('heading', { level: 2, name: /^CNAI/ })).toBeVisible();
	await expect(page.getByText('listed elsewhere')).toBeHidden();
});

testAccessible('/landscape');
testAccessible('/landscape?ring=adopt');

test('finds projects among the boxes, and collects what is to be compared', async ({ page }) => {
	await page.goto('/landscape');
	await page.waitForLoadState('networkidle');
	await page.getByRole('searchbox', { name: 'Search the landscape' }).fill('vector');
	await expect(page.getByText('8 projects found')).toBeVisible();
	await page.getByRole('button', { name: 'Choose to compare' }).click();
	await page.getByRole('checkbox', { name: 'Compare Milvus' }).check();
	await page.getByRole('checkbox', { name: 'Compare Qdrant' }).check();
	await page.getByRole('link', { name: 'Compare 2' }).click();
	await expect(page).toHaveURL(/\/compare\?p=milvus(%2C|,)qdrant$/);
});
