import { expect, test, type Page } from '@playwright/test';

/*
 * Every view is a link, and "back" and "forward" walk between them. A step in the history is a place that one goes to:
 * a page, a project, a zoomed segment, an edition. Filtering and searching narrow the place that one is at: they change
 * its address, and "back" does not undo letter by letter.
 */

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const row = (page: Page, id: string) => page.locator(`li[data-project="${id}"]`);
const panel = (page: Page) => page.getByRole('dialog', { name: /./ });
const status = (page: Page) => page.getByRole('status').first();

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

test('from the radar to a project’s page and back: the search, the filter and the scroll are as they were', async ({
	page
}) => {
	await open(page, '/');
	await page.getByRole('checkbox', { name: /^Trial/ }).check();
	await page.getByRole('searchbox').fill('lang:go');
	await expect(page).toHaveURL(/q=lang%3Ago&ring=trial/);
	const address = page.url();
	const told = await status(page).textContent();
	await row(page, 'kserve').getByRole('link').click();
	await panel(page).getByRole('link', { name: 'All about KServe' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('KServe');
	await page.goBack();
	await expect(panel(page)).toBeVisible();
	await page.goBack();
	await expect(panel(page)).toBeHidden();
	await expect(page).toHaveURL(address);
	await expect(status(page)).toHaveText(told ?? '');
	await expect(page.getByRole('searchbox')).toHaveValue('lang:go');
	await expect(page.getByRole('checkbox', { name: /^Trial/ })).toBeChecked();
	await page.goForward();
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeVisible();
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('KServe');
});

test('a zoomed segment is a step: back leaves it, forward enters it again', async ({ page }) => {
	await open(page, '/?ring=adopt');
	await page
		.getByRole('heading', { level: 2, name: /^Inference/ })
		.getByRole('link')
		.click();
	await expect(chart(page)).toHaveAccessibleName(/, Inference\./);
	await page.goBack();
	await expect(chart(page)).not.toHaveAccessibleName(/, Inference\./);
	await expect(page).toHaveURL(/\?ring=adopt$/);
	await page.goForward();
	await expect(chart(page)).toHaveAccessibleName(/, Inference\./);
	await expect(page.getByRole('checkbox', { name: /^Adopt/ })).toBeChecked();
});

test('a chosen edition is a step: back and forward walk between editions', async ({ page }) => {
	await open(page, '/?q=kserve');
	await page.getByRole('combobox', { name: 'Edition' }).selectOption('2026-02');
	await expect(chart(page)).toHaveAccessibleName(/February 2026/);
	await expect(page).toHaveURL(/edition=2026-02&q=kserve/);
	await page.goBack();
	await expect(chart(page)).toHaveAccessibleName(/August 2026/);
	await expect(page).toHaveURL(/\/\?q=kserve$/);
	await page.goForward();
	await expect(chart(page)).toHaveAccessibleName(/February 2026/);
});

test('narrowing the radar leaves one step behind: back leads to the page before', async ({
	page
}) => {
	await open(page, '/about');
	await page.getByRole('link', { name: 'Radar', exact: true }).click();
	await expect(chart(page)).toBeVisible();
	for (const ring of [/^Adopt/, /^Trial/, /^Assess/]) {
		await page.getByRole('checkbox', { name: ring }).check();
	}
	await expect(page).toHaveURL(/ring=adopt&ring=trial&ring=assess/);
	await page.goBack();
	await expect(page).toHaveURL(/\/about$/);
	await page.goForward();
	await expect(page.getByRole('checkbox', { name: /^Assess/ })).toBeChecked();
});

test('the table, left for a project, comes back sorted and filtered', async ({ page }) => {
	await open(page, '/table');
	await page.locator('summary', { hasText: 'Ring' }).click();
	await page.getByRole('checkbox', { name: /^Trial/ }).check();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/ring=trial&sort=stars&dir=desc/);
	const address = page.url();
	const first = page.getByRole('rowheader').first();
	const name = await first.textContent();
	await first.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
	await page.goBack();
	await expect(page).toHaveURL(address);
	await expect(first).toHaveText(name ?? '');
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
});

/** One view of every kind, and what shows that it is that view. */
const VIEWS: readonly (readonly [path: string, shown: string])[] = [
	['/?q=vecter', 'Clear all'],
	['/?ring=adopt&category=Inference&names=off', 'Clear all'],
	['/?segment=Data&q=apache', 'Data Architecture'],
	['/?edition=2025-08&project=kubeflow-katib', 'August 2025'],
	['/table?ring=trial&sort=stars&dir=asc&cols=facts', 'Homepage'],
	['/landscape?edition=2025-08&ring=adopt', 'August 2025'],
	['/trends?mix=share&months=24', 'Risers and fallers since August 2024'],
	['/compare?p=kserve,kueue&edition=2026-02', 'February 2026'],
	['/changes?from=2025-08&to=2026-02', 'February 2026'],
	['/what-if?weights=10-10-50-10-10-10', 'would stand in another ring'],
	['/projects/kserve?edition=2026-02', 'February 2026']
];

for (const [path, shown] of VIEWS) {
	test(`${path} is a link: it opens to itself, and again after a reload`, async ({ page }) => {
		await open(page, path);
		const main = page.getByRole('main');
		await expect(main).toContainText(shown);
		const address = page.url();
		expect(address.endsWith(path)).toBe(true);
		const told = await status(page)
			.or(main.getByRole('heading', { level: 1 }))
			.allTextContents();
		await page.reload();
		await page.waitForLoadState('networkidle');
		expect(page.url()).toBe(address);
		await expect(main).toContainText(shown);
		expect(
			await status(page)
				.or(main.getByRole('heading', { level: 1 }))
				.allTextContents()
		).toEqual(told);
	});
}
