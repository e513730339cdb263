import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('names what the AI group lacks, with evidence that can be checked, without a ring', async ({
	page,
	request
}) => {
	await page.goto('/candidates');
	const ollama = page.getByRole('row', { name: /ollama\/ollama/ });
	await expect(ollama).toContainText(/Used by \d+ owners of the group, such as/);
	await expect(ollama.getByRole('link')).toHaveAttribute(
		'href',
		'https://github.com/ollama/ollama'
	);
	await expect(page.getByText('They bear no ring and no score.')).toBeVisible();
	const href = await page.getByRole('link', { name: 'All as CSV' }).getAttribute('href');
	const answer = await request.get(new URL(href ?? '', page.url()).href);
	expect(answer.headers()['content-type']).toContain('text/csv');
	const [head = '', ...rows] = (await answer.text()).trim().split('\r\n');
	expect(head).toMatch(/^repository,repo_url,fit,note/);
	expect(rows.length).toBe((await page.getByRole('row').count()) - 1);
});

test('shows one fit alone', async ({ page }) => {
	await page.goto('/candidates');
	await page.getByRole('link', { name: /^Platforms \d+$/ }).click();
	await expect(page).toHaveURL(/fit=platform/);
	await expect(page.getByRole('row', { name: /huggingface\/transformers/ })).toHaveCount(0);
	await expect(page.getByRole('row', { name: /ollama\/ollama/ })).toBeVisible();
});

testAccessible('/candidates');
