import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('tells the purpose, the gates, and how the model fares against experts', async ({ page }) => {
	await page.goto('/methodology');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('It does not measure the quality').first()).toBeVisible();
	for (const text of ['not rated', 'low confidence', 'expert rings', 'artefacts']) {
		await expect(page.getByText(text, { exact: true }).first()).toBeAttached();
	}
});

test('says how scores are shown, and where rings are entered and kept', async ({ page }) => {
	await page.goto('/methodology');
	await expect(page.getByText(/Scores are shown rounded down/)).toBeVisible();
	await expect(
		page.getByText(/they enter Trial at \d+ and Adopt at 75, and leave below \d+ and 69/).first()
	).toBeVisible();
});

test('says beside the figures what the score does not tell, and leads from a verdict to its figures', async ({
	page
}) => {
	await page.goto('/methodology');
	const experts = page.locator('#check-experts');
	await expect(experts).toContainText('they separate the alive from the dead');
	await expect(experts.getByRole('row', { name: /AI group, activity alone/ })).toBeVisible();
	const among = page
		.locator('#check-expert-rings')
		.getByRole('row', { name: /Experts among themselves/ });
	await expect(among).toContainText('%');
	await page.getByRole('link', { name: /^gaming/ }).click();
	await expect(page.locator('#check-gaming')).toBeInViewport();
});

test('tells every version of the model, and what it did to the rings', async ({
	page,
	request
}) => {
	await page.goto('/methodology');
	await expect(page.getByText(/^Against 1\.0\.0, in August 2026: of \d+ projects/)).toBeVisible();
	await page.getByText('Every ring that moved, and why').first().click();
	await expect(page.getByRole('row', { name: /^KServe Trial Adopt/ })).toContainText(
		'Adopt starts at 72, under the version before at 78.'
	);
	const answer = await request.get('/api/v1/projects/kserve.json?edition=2026-08&model=1.0.0');
	expect(await answer.json()).toMatchObject({ placement: { modelVersion: '1.0.0' } });
	expect((await request.get('/api/v1/radar.json?model=0.0.9')).status()).toBe(404);
});

testAccessible('/methodology');

test('says what use is made of, and in plain words where the model fails', async ({ page }) => {
	await page.goto('/methodology');
	const use = page.getByRole('region', { name: 'What use is made of' });
	await expect(use.getByRole('row', { name: /^Downloads/ })).toContainText('92 days');
	const fails = page.getByRole('region', { name: 'Where it fails' });
	await expect(fails.getByRole('listitem').first()).toContainText(
		'Only order and kappa show skill.'
	);
	const model = fails.getByRole('row', { name: /^The model/ });
	await expect(model).toContainText(/0\.\d\d, 95%: −?0\.\d\d to 0\.\d\d/);
	await expect(fails.getByRole('row', { name: /^One publisher against/ })).toBeVisible();
	await expect(fails.getByRole('row', { name: /^Always trial/ })).toBeVisible();
});
