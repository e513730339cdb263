import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('says how good the data is and what is wrong in the landscape file', async ({
	page,
	request
}) => {
	await page.goto('/data-quality');
	await expect(page.getByText(/^\d+ of \d+ projects rated$/)).toBeVisible();
	const faults = page.getByRole('region', { name: /^What is wrong in the landscape file, \d+$/ });
	await expect(faults.getByRole('table')).toBeHidden();
	await faults.getByText(/^Show \d+ faults$/).click();
	await expect(faults.getByRole('cell', { name: /^Add repo_url/ }).first()).toBeVisible();
	const href = await page.getByRole('link', { name: 'All as CSV' }).getAttribute('href');
	const answer = await request.get(new URL(href ?? '', page.url()).href);
	expect(answer.headers()['content-type']).toContain('text/csv');
	expect(await answer.text()).toMatch(/^line,path,item,kind,message,suggestion\r\n/);
});

test('says of each kind of evidence of use how far it is known, and how old it is', async ({
	page
}) => {
	await page.goto('/data-quality');
	const row = page.getByRole('row', { name: /^Downloads/ });
	await expect(row).toContainText(/\d+ of \d+/);
	await expect(row).toContainText('92 days');
	await row.getByText(/too long ago/).click();
	await expect(row.getByRole('link').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Gaps of the mapping, \d+$/ })).toBeVisible();
});

test('the anchors of old lead there', async ({ page }) => {
	for (const anchor of ['health', 'defects']) {
		await page.goto(`/changes#${anchor}`);
		await page.getByRole('link', { name: 'how good the data is' }).click();
		await expect(page).toHaveURL(/\/data-quality$/);
		await page.goto('/');
	}
});

testAccessible('/data-quality');
