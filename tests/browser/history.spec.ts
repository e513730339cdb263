import { expect, test, type Page } from '@playwright/test';

/*
 * Every view is a link, and "back" and "forward" walk between them. Whatever is chosen is a step: a filter, a zoomed segment,
 * an edition, a project. A search is one step, however many letters it has, and so is a slider, wherever it went.
 */

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const row = (page: Page, id: string) => page.locator(`li[data-project="${id}"]`);
const panel = (page: Page) => page.getByRole('dialog', { name: /./ });
const status = (page: Page) => page.getByRole('status').first();
const searchbox = (page: Page) => page.getByRole('searchbox');
const ring = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
/** How many steps this tab has behind and before it, the one it is at included. */
const steps = (page: Page) => page.evaluate(() => history.length);

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

test('from the radar to a project’s page and back: the search, the filter and the scroll are as they were', async ({
	page
}) => {
	await open(page, '/');
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await page.getByRole('searchbox').fill('lang:go');
	await expect(page).toHaveURL(/q=lang%3Ago&ring=adopt/);
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
	await expect(page.getByRole('checkbox', { name: /^Adopt/ })).toBeChecked();
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
	await expect(page).toHaveURL(/segment=Inference&ring=adopt$/);
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

test('each filter is a step: back takes it away again, forward sets it again, and all that shows it follows', async ({
	page
}) => {
	await open(page, '/about');
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Radar' }).click();
	await expect(chart(page)).toBeVisible();
	const whole = await status(page).textContent();
	await ring(page, /^Adopt/).check();
	const adopted = await status(page).textContent();
	await ring(page, /^Trial/).check();
	await page.getByRole('button', { name: 'Remove Ring: Adopt' }).click();
	await expect(page).toHaveURL(/\/\?ring=trial$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/\?ring=adopt&ring=trial$/);
	await expect(ring(page, /^Adopt/)).toBeChecked();
	await page.goBack();
	await expect(page).toHaveURL(/\/\?ring=adopt$/);
	await expect(ring(page, /^Trial/)).not.toBeChecked();
	await expect(status(page)).toHaveText(adopted ?? '');
	await expect(page.getByRole('button', { name: 'Remove Ring: Trial' })).toHaveCount(0);
	await expect(chart(page).locator('a[data-ring="trial"]:not([fill-opacity])')).toHaveCount(0);
	await expect(page.locator('li[data-project]:visible').first()).toBeVisible();
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await expect(ring(page, /^Adopt/)).not.toBeChecked();
	await expect(status(page)).toHaveText(whole ?? '');
	await expect(chart(page).locator('a[data-project][fill-opacity]')).toHaveCount(0);
	await page.goForward();
	await expect(ring(page, /^Adopt/)).toBeChecked();
	await expect(status(page)).toHaveText(adopted ?? '');
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(/\/about$/);
});

test('clearing all is a step: back brings back the search, the filters and the zoom', async ({
	page
}) => {
	await open(page, '/?segment=Inference&q=serving&ring=adopt&ring=trial');
	const told = await status(page).textContent();
	await page.getByRole('link', { name: 'Clear all' }).click();
	await expect(page).toHaveURL(/\/$/);
	await expect(searchbox(page)).toHaveValue('');
	await page.goBack();
	await expect(page).toHaveURL(/\?segment=Inference&q=serving&ring=adopt&ring=trial$/);
	await expect(searchbox(page)).toHaveValue('serving');
	await expect(status(page)).toHaveText(told ?? '');
	await expect(chart(page)).toHaveAccessibleName(/, Inference\./);
	await page.goForward();
	await expect(searchbox(page)).toHaveValue('');
	await expect(chart(page)).not.toHaveAccessibleName(/, Inference\./);
});

test('of choices of one moment none is lost', async ({ page }) => {
	await open(page, '/');
	await page.evaluate(() => {
		for (const value of ['adopt', 'trial']) {
			document.querySelector<HTMLInputElement>(`input[name=ring][value=${value}]`)?.click();
		}
	});
	await expect(page).toHaveURL(/\/\?ring=adopt&ring=trial$/);
	await expect(ring(page, /^Adopt/)).toBeChecked();
	await expect(ring(page, /^Trial/)).toBeChecked();
});

test('a search that is taken away where one is leaves the page where it stands', async ({
	page
}) => {
	await open(page, '/about');
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Radar' }).click();
	await expect(chart(page)).toBeVisible();
	await page.evaluate(() => scrollTo(0, 1500));
	await searchbox(page).fill('serv');
	await expect(page).toHaveURL(/\?q=serv$/);
	await page.evaluate(() => scrollTo(0, 50));
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/$/);
	expect(await page.evaluate(() => scrollY)).toBe(50);
});

test('what the palette and the "Names" button choose is a step', async ({ page }) => {
	await open(page, '/');
	await page.getByRole('button', { name: 'Names' }).click();
	await expect(page).toHaveURL(/\/\?names=off$/);
	await page.keyboard.press('ControlOrMeta+k');
	await page.getByRole('combobox', { name: 'Project or action' }).fill('filter by adopt');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/\?ring=adopt&names=off$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/\?names=off$/);
	await expect(ring(page, /^Adopt/)).not.toBeChecked();
	await page.goBack();
	await expect(page.getByRole('button', { name: 'Names' })).toHaveAttribute('aria-pressed', 'true');
});

test('a search is one step, however it is typed, until its field is left', async ({ page }) => {
	await open(page, '/');
	const before = await steps(page);
	await searchbox(page).pressSequentially('kube');
	await expect(page).toHaveURL(/\/\?q=kube$/);
	await searchbox(page).pressSequentially('flow');
	await expect(page).toHaveURL(/\/\?q=kubeflow$/);
	expect(await steps(page)).toBe(before + 1);
	await searchbox(page).blur();
	await searchbox(page).press('End');
	await searchbox(page).pressSequentially(' kat');
	await expect(page).toHaveURL(/\/\?q=kubeflow\+kat$/);
	expect(await steps(page)).toBe(before + 2);
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('kubeflow');
	await expect(page.getByText(/^No project matches/)).toBeHidden();
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('');
	await expect(status(page)).toContainText(' rated');
	await page.goForward();
	await expect(searchbox(page)).toHaveValue('kubeflow');
	await expect(status(page)).not.toContainText(' rated');
});

test('a filter ends the search before it', async ({ page }) => {
	await open(page, '/');
	const before = await steps(page);
	await searchbox(page).fill('kube');
	await expect(page).toHaveURL(/\/\?q=kube$/);
	await ring(page, /^Adopt/).check();
	await expect(page).toHaveURL(/\/\?q=kube&ring=adopt$/);
	await searchbox(page).fill('kubef');
	await expect(page).toHaveURL(/\/\?q=kubef&ring=adopt$/);
	expect(await steps(page)).toBe(before + 3);
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('kube');
	await page.goBack();
	await expect(page).toHaveURL(/\/\?q=kube$/);
	await expect(ring(page, /^Adopt/)).not.toBeChecked();
	await expect(searchbox(page)).toHaveValue('kube');
});

test('back while a search is typed forgets what the address does not hold yet', async ({
	page
}) => {
	await open(page, '/');
	await ring(page, /^Adopt/).check();
	await searchbox(page).fill('kube');
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await expect(searchbox(page)).toHaveValue('');
	await page.goForward();
	await expect(page).toHaveURL(/\/\?ring=adopt$/);
	await expect(searchbox(page)).toHaveValue('');
});

test('a search that is taken away again leaves no step: Escape goes back, what follows takes its place', async ({
	page
}) => {
	await open(page, '/about');
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Radar' }).click();
	await expect(chart(page)).toBeVisible();
	await searchbox(page).fill('kube');
	await expect(page).toHaveURL(/\?q=kube$/);
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/$/);
	await expect(searchbox(page)).toBeFocused();
	await expect(searchbox(page)).toHaveValue('');
	const there = await steps(page);
	await searchbox(page).fill('serving');
	await expect(page).toHaveURL(/\?q=serving$/);
	await searchbox(page).fill('');
	await expect(page).toHaveURL(/\/$/);
	await ring(page, /^Adopt/).check();
	await expect(page).toHaveURL(/\/\?ring=adopt$/);
	expect(await steps(page)).toBe(there);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/about$/);
});

for (const [how, close] of [
	['its button', (page: Page) => panel(page).getByRole('button', { name: 'Close' }).click()],
	['Escape', (page: Page) => page.keyboard.press('Escape')]
] as const) {
	for (const width of [1440, 390]) {
		test(`a panel closed by ${how} at ${width} px leaves no step, and the scroll and the focus where they are`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 844 });
			await open(page, '/about');
			// Below 64 rem the header's links lie in a menu.
			await page.evaluate(() => document.querySelector<HTMLAnchorElement>('header a')?.click());
			await expect(chart(page)).toBeVisible();
			await row(page, 'kueue').scrollIntoViewIfNeeded();
			await row(page, 'kueue').getByRole('link').click();
			await expect(panel(page).getByRole('heading', { name: 'Kueue' })).toBeFocused();
			const there = await steps(page);
			await page.evaluate(() => scrollBy(0, 60));
			const scrolled = await page.evaluate(() => scrollY);
			await close(page);
			await expect(panel(page)).toBeHidden();
			await expect(page).toHaveURL(/\/$/);
			await expect(row(page, 'kueue').getByRole('link')).toBeFocused();
			expect(await page.evaluate(() => scrollY)).toBe(scrolled);
			await page.goForward();
			await expect(panel(page).getByRole('heading', { name: 'Kueue' })).toBeVisible();
			expect(await steps(page)).toBe(there);
			await close(page);
			await expect(panel(page)).toBeHidden();
			await page.goBack();
			await expect(page).toHaveURL(/\/about$/);
		});
	}
}

test('a panel that came by a link is closed where it is: back leads to where the link was', async ({
	page
}) => {
	await open(page, '/about');
	const before = await steps(page);
	await page.goto('/?ring=adopt&project=kserve');
	await page.waitForLoadState('networkidle');
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeVisible();
	await panel(page).getByRole('button', { name: 'Close' }).click();
	await expect(panel(page)).toBeHidden();
	await expect(page).toHaveURL(/\/\?ring=adopt$/);
	expect(await steps(page)).toBe(before + 1);
	await page.goBack();
	await expect(page).toHaveURL(/\/about$/);
});

test('a panel is closed alone: what was filtered while it was open stays', async ({ page }) => {
	await open(page, '/');
	await row(page, 'kserve').getByRole('link').click();
	await expect(panel(page)).toBeVisible();
	await ring(page, /^Trial/).check();
	await expect(page).toHaveURL(/\/\?ring=trial&project=kserve$/);
	await panel(page).getByRole('button', { name: 'Close' }).click();
	await expect(panel(page)).toBeHidden();
	await expect(page).toHaveURL(/\/\?ring=trial$/);
	await expect(ring(page, /^Trial/)).toBeChecked();
});

test('a filter, set and taken back, leaves the focus; each step has its own scroll', async ({
	page
}) => {
	await open(page, '/');
	await page.evaluate(() => scrollTo(0, 500));
	await ring(page, /^Adopt/).focus();
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/\/\?ring=adopt$/);
	await expect(ring(page, /^Adopt/)).toBeFocused();
	await page.evaluate(() => scrollTo(0, 0));
	await page.goBack();
	await expect(ring(page, /^Adopt/)).not.toBeChecked();
	await expect(ring(page, /^Adopt/)).toBeFocused();
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(500);
	await page.goForward();
	await expect(ring(page, /^Adopt/)).toBeChecked();
	await expect(ring(page, /^Adopt/)).toBeFocused();
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('a slider is one step, where it is let go, however long it was held', async ({ page }) => {
	await page.clock.install();
	await open(page, '/');
	const before = await steps(page);
	const slider = page.getByRole('slider', { name: 'Edition' });
	const box = await slider.boundingBox();
	if (!box) throw new Error('There is no slider');
	const y = box.y + box.height / 2;
	await page.mouse.move(box.x + box.width - 8, y);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width / 2, y, { steps: 5 });
	// Blips have arrived, and the slider is still held.
	const moment = page.locator('[data-moment]');
	await expect(moment).toHaveAttribute('data-moment', /\.00$/);
	await page.clock.fastForward(2000);
	await expect(moment).toBeVisible();
	expect(await steps(page)).toBe(before);
	await page.mouse.move(box.x + box.width / 4, y, { steps: 5 });
	await page.mouse.up();
	await expect(page).toHaveURL(/\/\?edition=20\d\d-\d\d$/);
	await expect(moment).toHaveCount(0);
	expect(await steps(page)).toBe(before + 1);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await expect(chart(page)).toHaveAccessibleName(/August 2026/);
});

test('back while the editions are played stops them', async ({ page }) => {
	await open(page, '/?edition=2024-08');
	await ring(page, /^Adopt/).check();
	await page.getByRole('button', { name: 'Play the editions' }).click();
	await expect(page.locator('[data-moment]')).toBeVisible();
	await page.goBack();
	await expect(page).toHaveURL(/\/\?edition=2024-08$/);
	await expect(page.locator('[data-moment]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Play the editions' })).toBeVisible();
	await expect(chart(page)).toHaveAccessibleName(/August 2024/);
});

test('what the table is filtered, sorted and searched by are steps', async ({ page }) => {
	await open(page, '/table');
	const before = await steps(page);
	await page.locator('summary', { hasText: 'Ring' }).click();
	await ring(page, /^Trial/).check();
	await expect(page).toHaveURL(/\/table\?ring=trial$/);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/ring=trial&sort=stars&dir=desc/);
	await searchbox(page).pressSequentially('kube');
	await expect(page).toHaveURL(/q=kube/);
	await page.getByRole('checkbox', { name: 'Facts' }).check();
	await expect(page).toHaveURL(/cols=facts/);
	expect(await steps(page)).toBe(before + 4);
	await page.goBack();
	await expect(page.getByRole('checkbox', { name: 'Facts' })).not.toBeChecked();
	await expect(searchbox(page)).toHaveValue('kube');
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('');
	await expect(page.getByRole('columnheader', { name: 'Stars' })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	await page.goBack();
	await expect(page).toHaveURL(/\/table\?ring=trial$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/table$/);
	await expect(status(page)).not.toContainText(' of 19');
	await page.goForward();
	await expect(page).toHaveURL(/\/table\?ring=trial$/);
});

test('the ring that stands out on the landscape, and what trends shows, are steps', async ({
	page
}) => {
	await open(page, '/landscape');
	const rings = page.getByRole('navigation', { name: 'Rings' });
	await rings.getByRole('link', { name: /^Adopt/ }).click();
	await expect(rings.getByRole('link', { name: /^Adopt/ })).toHaveAttribute('aria-current', 'true');
	await page.goBack();
	await expect(page).toHaveURL(/\/landscape$/);
	await expect(rings.locator('[aria-current]')).toHaveCount(0);
	await page.goForward();
	await expect(rings.getByRole('link', { name: /^Adopt/ })).toHaveAttribute('aria-current', 'true');
	await open(page, '/trends');
	await page.locator('a[href*="mix=count"]').click();
	await expect(page).toHaveURL(/mix=count/);
	await page.goBack();
	await expect(page).toHaveURL(/\/trends$/);
});

test('a weight moved is one step, however far, and ready-made weights are another', async ({
	page
}) => {
	await open(page, '/what-if');
	const before = await steps(page);
	const weight = page.getByRole('slider').first();
	await weight.focus();
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/weights=/);
	const moved = page.url();
	expect(await steps(page)).toBe(before + 1);
	await page.getByRole('group', { name: 'Weigh it as' }).getByRole('button').last().click();
	await expect(page).not.toHaveURL(moved);
	expect(await steps(page)).toBe(before + 2);
	await page.goBack();
	await expect(page).toHaveURL(moved);
	await page.goBack();
	await expect(page).toHaveURL(/\/what-if$/);
	await expect(page.getByRole('button', { name: 'Official' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
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
	['/what-if?weights=10-10-10-40-10-10-10', 'would be in another ring'],
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
