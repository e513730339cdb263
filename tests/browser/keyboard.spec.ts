import { expect, test, type Page } from '@playwright/test';

/* The radar without a pointer, from the first Tab to a project's page and back. */

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const panel = (page: Page) => page.getByRole('dialog', { name: /./ });
const focused = (page: Page) => page.locator(':focus');

async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

/** Presses Tab until the focus is where it should be; a path of more than a hundred stops is none. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let stops = 0; stops < 100; stops++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => !!document.activeElement?.matches(wanted), selector))
			return;
	}
	throw new Error(`Tab does not reach ${selector}`);
}

test('filter, walk the chart, open a project, go to its page and come back', async ({ page }) => {
	await open(page);
	await tabTo(page, 'input[type="checkbox"][name="ring"][value="adopt"]');
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/ring=adopt/);
	await tabTo(page, 'svg a[data-project]');
	// Only what matches is walked.
	for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Home', 'ArrowDown']) {
		await page.keyboard.press(key);
		await expect(focused(page)).toHaveAttribute('data-ring', 'adopt');
	}
	const id = (await focused(page).getAttribute('data-project')) ?? '';
	await expect(page.locator(`li[data-project="${id}"]`)).toHaveClass(/lit/);
	// The chart is one stop: the next Tab leaves it.
	await page.keyboard.press('Tab');
	expect(await chart(page).locator('a[data-project]:focus').count()).toBe(0);
	await page.keyboard.press('Shift+Tab');
	await expect(focused(page)).toHaveAttribute('data-project', id);
	await page.keyboard.press('Enter');
	await expect(panel(page).getByRole('heading').first()).toBeFocused();
	await tabTo(page, 'dialog a[href*="/projects/"]');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/projects/${id}`));
	await page.goBack();
	await expect(panel(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
	await expect(page).toHaveURL(/\?ring=adopt$/);
});

test('the skip link leads past the navigation', async ({ page }) => {
	await open(page);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => !!document.activeElement?.closest('main'))).toBe(true);
});

test('skip links lead to the search and the chart', async ({ page }) => {
	await open(page);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.type('milv');
	await expect(page.getByRole('searchbox')).toHaveValue('milv');
	await open(page);
	for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('svg a[data-project]:focus')).toHaveCount(1);
});

test('? shows the keys and the signs, and a field keeps its letter', async ({ page }) => {
	await open(page, '/trends');
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keys and signs' });
	await expect(sheet).toContainText('Find any project, page or action');
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await open(page);
	await page.getByRole('searchbox').fill('');
	await page.getByRole('searchbox').pressSequentially('a?');
	await expect(page.getByRole('searchbox')).toHaveValue('a?');
});

test('another skip link leads past filters and chart to the list', async ({ page }) => {
	await open(page);
	for (const name of [
		'Skip to content',
		'Skip to the search',
		'Skip to the chart',
		'Skip to the list'
	]) {
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name })).toBeFocused();
	}
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(
		page.getByRole('heading', { level: 2, name: /^AI Agent/ }).getByRole('link')
	).toBeFocused();
});

test('every part of the first page stands under a heading', async ({ page }) => {
	await open(page);
	const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
	expect(headings.slice(0, 4).map((text) => text.trim())).toEqual([
		'Filters',
		'Search',
		'Chart',
		expect.stringMatching(/^AI Agent/)
	]);
});

test('the router reads out a page that is come to, not another view of the same', async ({
	page
}) => {
	await open(page);
	const announcer = page.locator('#svelte-announcer');
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await expect(page).toHaveURL(/\?ring=adopt$/);
	await expect(announcer).toHaveAttribute('aria-live', 'off');
	await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
	await expect(announcer).toHaveText(/Trends/);
	await expect(announcer).toHaveAttribute('aria-live', 'assertive');
});

test('the palette is worked by keys: arrows choose, Enter does, Escape leaves all as it was', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.press('ControlOrMeta+k');
	const input = page.getByRole('combobox', { name: 'Project or action' });
	await expect(input).toBeFocused();
	const chosen = page
		.getByRole('listbox', { name: 'Found' })
		.getByRole('option', { selected: true });
	const first = await chosen.textContent();
	await page.keyboard.press('ArrowDown');
	await expect(chosen).not.toHaveText(first ?? '');
	await expect(input).toHaveAttribute(
		'aria-activedescendant',
		(await chosen.getAttribute('id')) ?? 'none'
	);
	await page.keyboard.press('ArrowUp');
	await expect(chosen).toHaveText(first ?? '');
	await page.keyboard.press('Escape');
	await expect(input).toBeHidden();
	await expect(page.getByRole('searchbox')).toBeFocused();
	await expect(page).toHaveURL(/\/$/);
});

/** Where the focus is, in words of the tests below. */
const count = (page: Page) => page.locator('.status [role="status"]');
const pill = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('taking a pill away hands the focus to the next, the last to the count', async ({ page }) => {
	await open(page, '/?ring=adopt&ring=trial&movement=none');
	await pill(page, 'Remove Ring: Trial').focus();
	await page.keyboard.press('Enter');
	await expect(pill(page, /^Remove Movement/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(pill(page, 'Remove Ring: Adopt')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(count(page)).toBeFocused();
	await expect(page).toHaveURL(/\/$/);
	await expect(count(page)).toBeFocused();
	// From here the next Tab goes on in the page, not at its top.
	await page.keyboard.press('Tab');
	await expect(focused(page)).toHaveText(/moved since/);
});

for (const [what, address, act] of [
	['“Clear all”', '/?ring=adopt&q=kube', 'Clear all'],
	['“Clear search and filters”', '/?q=qqqqqqqq', 'Clear search and filters']
] as const) {
	test(`${what} hands the focus to the count`, async ({ page }) => {
		await open(page, address);
		await page.getByText(act, { exact: true }).focus();
		await page.keyboard.press('Enter');
		await expect(count(page)).toBeFocused();
		await expect(page).toHaveURL(/\/$/);
		await expect(count(page)).toBeFocused();
	});
}

test('a zoom by its segment’s name in the list hands the focus to the count, before the pill that leaves it', async ({
	page
}) => {
	await open(page);
	const name = page.getByRole('heading', { level: 2, name: /^AI Agent/ }).getByRole('link');
	await name.focus();
	const scrolled = await page.evaluate(() => scrollY);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/segment=AI\+Agent$/);
	await expect(count(page)).toBeFocused();
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);
	await page.keyboard.press('Tab');
	await expect(pill(page, /^All segments › AI Agent/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(count(page)).toBeFocused();
});

test('a zoom by its segment’s name on the chart does so too', async ({ page }) => {
	await open(page);
	await chart(page).locator('a[data-segment="Inference"] text').first().click();
	await expect(page).toHaveURL(/segment=Inference$/);
	await expect(count(page)).toBeFocused();
});

test('“/” leads to the search from a box, the slider and the panel, and is a letter in a field', async ({
	page
}) => {
	await open(page, '/?project=kserve');
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeFocused();
	const search = page.getByRole('searchbox');
	for (const from of [
		panel(page).getByRole('link', { name: 'All about KServe' }),
		page.getByRole('checkbox', { name: /^Adopt/ }),
		page.getByRole('slider', { name: 'Edition' })
	]) {
		await from.focus();
		await page.keyboard.press('/');
		await expect(search).toBeFocused();
	}
	await page.keyboard.type('a/b');
	await expect(search).toHaveValue('a/b');
});

test('“/” leads to the search of the table', async ({ page }) => {
	await open(page, '/table');
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('milvus');
	await expect(page).toHaveURL(/\/table\?q=milvus/);
});

for (const path of ['/table', '/projects/kserve', '/changes', '/no/such/page']) {
	test(`the palette opens on ${path} too`, async ({ page }) => {
		const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
		const choose = async (text: string, first: string) => {
			// A page that does not listen yet lets the key pass.
			await expect(async () => {
				await page.keyboard.press('ControlOrMeta+k');
				await expect(page.getByRole('combobox', { name: 'Project or action' })).toBeFocused({
					timeout: 500
				});
			}).toPass();
			await page.keyboard.type(text);
			await expect(found.first()).toContainText(first);
			await page.keyboard.press('Enter');
		};
		await open(page, path);
		await choose('volcno', 'Volcano');
		await expect(page).toHaveURL(/\/projects\/volcano$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Volcano');
		await choose('filter by adopt', 'Filter by Adopt');
		await expect(page).toHaveURL(/\/\?ring=adopt$/);
		await expect(pill(page, 'Remove Ring: Adopt')).toBeVisible();
		// There, what it does is done on the page.
		await choose('zoom into data', 'Zoom into Data');
		await expect(page).toHaveURL(/segment=Data&ring=adopt$/);
	});
}

test('the palette offers the pages where the projects cannot be fetched, and says so', async ({
	page
}) => {
	await open(page, '/about');
	await page.route('**/__data.json*', (route) => route.abort());
	await page.keyboard.press('ControlOrMeta+k');
	await expect(page.getByRole('dialog')).toContainText('The projects could not be fetched.');
	await page.keyboard.type('go methodology');
	await expect(page.getByRole('option')).toHaveCount(1);
});
