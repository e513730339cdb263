import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('tells the purpose, the gates, and how the model fares against experts', async ({ page }) => {
	await page.goto('/methodology');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('It does not measure the quality').first()).toBeVisible();
	for (const text of ['G0', 'G10', 'V1', 'V11']) {
		await expect(page.getByText(text, { exact: true }).first()).toBeAttached();
	}
});

testAccessible('/methodology');
