import { expect, test } from '@playwright/test';

/* What is not known is said to be not known; what is old says how old. */

test('momentum that could not be seen is not known: in the panel, on the page, in the filter', async ({
	page
}) => {
	await page.goto('/?trend=none&project=vllm');
	const panel = page.getByRole('dialog', { name: 'vLLM' });
	await expect(panel.getByText('Not known: fewer than 2 of the last three months')).toBeVisible();
	await expect(panel.getByText('Steady')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Remove Momentum: Not known' })).toBeAttached();
	// The open panel stands in the list's place.
	await page.keyboard.press('Escape');
	await expect(page.locator('li[data-project="vllm"]')).toBeVisible();
	await expect(page.locator('li[data-project="cilium"]')).toBeHidden();
	await page.goto('/projects/vllm');
	await expect(page.getByText('Not known: fewer than 2 of the last three months')).toBeVisible();
	await expect(page.getByText('Steady')).toHaveCount(0);
});

test('stars, language and licence say when they were seen, beside the day of the edition', async ({
	page
}) => {
	const days = /Stars: \d+ \w+ \d{4}; language, licence: \d+ \w+ \d{4}$/;
	await page.goto('/projects/vllm');
	await expect(page.getByRole('list', { name: 'Facts' }).getByText(days)).toBeVisible();
	await page.goto('/?project=vllm');
	const panel = page.getByRole('dialog', { name: 'vLLM' });
	await expect(panel.getByText(days)).toBeVisible();
	await expect(panel.getByText(/^Data up to 31 August 2026\./)).toBeVisible();
});

test('what an address asks for in vain is said, with what could be asked for', async ({ page }) => {
	await page.goto('/?ring=moon&segment=Nix');
	const said = page.getByText(/^“ring=moon” is not known: try adopt, trial, assess, hold.$/);
	await expect(said).toBeVisible();
	await expect(page.getByText('No segment is called “Nix”.')).toBeVisible();
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await expect(page).toHaveURL(/\?ring=adopt$/);
	await expect(said).toBeHidden();
});

test('a licence that nobody has looked for is not known, not “not recognised”', async ({
	page
}) => {
	await page.goto('/projects/alpa');
	const facts = page.getByRole('list', { name: 'Facts' });
	await expect(facts.getByText('Licence not known')).toBeVisible();
});
