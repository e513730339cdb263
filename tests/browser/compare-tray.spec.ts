import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('a vector database under Apache is found and compared in four actions', async ({ page }) => {
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.getByRole('searchbox').fill('vector database');
	await page.getByText('Licence', { exact: true }).click();
	await page.getByRole('checkbox', { name: /^Apache-2\.0/ }).check();
	await page.getByRole('link', { name: /^Compare the top \d$/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Compare/ })).toBeVisible();
	await expect(page.getByRole('table').first()).toContainText('Apache-2.0');
	await expect(page.getByRole('heading', { level: 2, name: 'Milvus' })).toBeVisible();
});

test('rows that were found have ticks, and a tray leads to the comparison', async ({ page }) => {
	await page.goto('/?q=vector+database');
	await page.waitForLoadState('networkidle');
	const tray = page.getByRole('region', { name: 'To compare' });
	await expect(tray).toHaveCount(0);
	await page.getByRole('checkbox', { name: 'Compare Milvus' }).check();
	await expect(tray.getByRole('status')).toHaveText('Milvus: choose one more');
	await page.getByRole('checkbox', { name: 'Compare Qdrant' }).check();
	await page.getByRole('link', { name: 'As a table' }).click();
	await expect(page.getByRole('checkbox', { name: 'Compare Qdrant' })).toBeChecked();
	await page.getByRole('checkbox', { name: 'Compare Chroma' }).check();
	await tray.getByRole('button', { name: 'Do not compare Qdrant' }).click();
	await tray.getByRole('link', { name: 'Compare 2' }).click();
	await expect(page).toHaveURL(/\/compare\?p=milvus,chroma$/);
	await expect(tray).toHaveCount(0);
});

test('the panel collects, and with four there is room for no more', async ({ page }) => {
	await page.goto('/?q=vector+database&project=milvus');
	await page.waitForLoadState('networkidle');
	const collect = page.getByRole('dialog').getByRole('button', { name: 'Compare', exact: true });
	await collect.click();
	await expect(collect).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('Escape');
	for (const name of ['Chroma', 'Qdrant', 'Weaviate'])
		await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
	await expect(page.getByRole('checkbox', { name: 'Compare LanceDB' })).toBeDisabled();
	await expect(page.getByRole('checkbox', { name: 'Compare Milvus' })).toBeChecked();
});

test('at 390 px, four columns of facts need no sideways scrolling', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/compare?p=vllm,sglang,llama-cpp,kserve');
	const facts = page.getByRole('region', { name: 'Facts' });
	const beyond = await facts.evaluate((box) => box.scrollWidth - box.clientWidth);
	expect(beyond).toBeLessThanOrEqual(0);
	for (const name of ['vLLM', 'SGLang', 'llama.cpp', 'KServe'])
		await expect(facts.getByText(name, { exact: true })).toBeInViewport({ ratio: 1 });
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the ticks of the table are a form', async ({ page }) => {
		await page.goto('/table?q=vector+database');
		await page.getByRole('checkbox', { name: 'Compare Milvus' }).check();
		await page.getByRole('checkbox', { name: 'Compare Qdrant' }).check();
		await page.getByRole('button', { name: 'Compare the ticked' }).click();
		await expect(page).toHaveURL(/\/compare\?p=milvus&p=qdrant$/);
		await expect(page.getByRole('heading', { level: 2, name: 'Qdrant' })).toBeVisible();
	});
});

testAccessible('/?q=vector+database');
