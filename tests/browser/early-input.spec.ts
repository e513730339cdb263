import { expect, test, type Page } from '@playwright/test';

/* On a slow line the page is there before its scripts: what is entered meanwhile counts. */

/** Opens a page whose scripts wait until they are let go. */
async function openSlowly(page: Page, path: string): Promise<() => Promise<void>> {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	await expect(page.getByRole('contentinfo')).toBeVisible();
	return async () => {
		letGo();
		await page.waitForLoadState('networkidle');
	};
}

test('a search and a filter entered before the scripts are there', async ({ page }) => {
	const start = await openSlowly(page, '/');
	await page.getByRole('searchbox').pressSequentially('kub');
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await start();
	await expect(page).toHaveURL(/\?q=kub&ring=adopt$/);
	await expect(page.getByRole('searchbox')).toHaveValue('kub');
	await expect(page.getByRole('checkbox', { name: /^Adopt/ })).toBeChecked();
	await expect(page.getByRole('button', { name: 'Remove Ring: Adopt' })).toBeVisible();
});

test('an edition chosen before the scripts are there', async ({ page }) => {
	const start = await openSlowly(page, '/');
	await page.getByRole('combobox', { name: 'Edition' }).selectOption('2026-05');
	await start();
	await expect(page).toHaveURL(/\?edition=2026-05$/);
	await expect(page.getByText('Data up to 31 May 2026.')).toBeVisible();
});

test('a search of the table typed before the scripts are there', async ({ page }) => {
	const start = await openSlowly(page, '/table');
	await page.getByRole('searchbox').pressSequentially('milvus');
	await start();
	await expect(page).toHaveURL(/q=milvus/);
	await expect(page.getByRole('row', { name: /Milvus/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /vLLM/ })).toHaveCount(0);
});

test('what nobody touched stays as the address has it', async ({ page }) => {
	const start = await openSlowly(page, '/?ring=adopt&q=kub&edition=2026-05');
	await start();
	await expect(page.getByRole('checkbox', { name: /^Adopt/ })).toBeChecked();
	expect(new URL(page.url()).search).toBe('?ring=adopt&q=kub&edition=2026-05');
});
