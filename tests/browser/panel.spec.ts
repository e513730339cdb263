import { expect, test, type Page } from '@playwright/test';

/* The panel of a project: beside the chart where there is room, over the page where there is none. */

const panel = (page: Page) => page.getByRole('dialog', { name: /./ });
const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const blip = (page: Page, id: string) => chart(page).locator(`a[data-project="${id}"]`);
const row = (page: Page, id: string) => page.locator(`li[data-project="${id}"]`);
const isModal = (page: Page) =>
	page.evaluate(() => document.querySelector('dialog:modal') !== null);

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

/** What the keyboard reaches on the way round the page, in words: where it lies, and whether something lies over all of it. */
const walkRound = (page: Page) =>
	test.step('Tab round the page', async () => {
		const stops: { part: string; hidden: boolean }[] = [];
		const start = await page.evaluateHandle(() => document.activeElement);
		for (let presses = 0; presses < 250; presses++) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate((first) => {
				const { activeElement: element, body } = document;
				if (element === null || element === body || element === first) return null;
				const { left, top, right, bottom } = element.getBoundingClientRect();
				const inset = [0.1, 0.5, 0.9];
				const isSeen = inset.some((x) =>
					inset.some((y) => {
						const at = document.elementFromPoint(
							left + (right - left) * x,
							top + (bottom - top) * y
						);
						return at !== null && (element.contains(at) || at.contains(element));
					})
				);
				const part = ['dialog', '.projects', '.chart', '.bar', '.rail', 'footer', 'header'].find(
					(one) => element.closest(one)
				);
				return { part: part ?? 'page', hidden: !isSeen };
			}, start);
			if (stop === null) break;
			stops.push(stop);
		}
		return stops;
	});

for (const width of [1440, 1024]) {
	test(`at ${width} px the focus goes from the chart into the panel and past it, and is never hidden`, async ({
		page
	}) => {
		test.slow();
		await page.setViewportSize({ width, height: 900 });
		await open(page, '/');
		await blip(page, 'kserve').focus();
		await page.keyboard.press('Enter');
		await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeFocused();
		await expect(panel(page).getByText('Why this ring')).toBeVisible();
		// The blip that it explains stands beside it.
		const [explained, beside] = [
			await blip(page, 'kserve').boundingBox(),
			await panel(page).boundingBox()
		];
		expect((explained?.x ?? 0) + (explained?.width ?? 0)).toBeLessThan(beside?.x ?? 0);
		// Back by way of the panel itself, which scrolls by keys.
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Shift+Tab');
		await expect(blip(page, 'kserve')).toBeFocused();
		const stops = await walkRound(page);
		const parts = stops.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1]);
		expect(parts.slice(0, 2)).toEqual(['dialog', 'footer']);
		expect(parts).not.toContain('.projects');
		expect(stops.filter(({ hidden }) => hidden)).toEqual([]);
		// The list is there again when the panel is gone.
		await page.keyboard.press('Escape');
		await expect(panel(page)).toBeHidden();
		await row(page, 'kserve').getByRole('link').focus();
		await expect(row(page, 'kserve').getByRole('link')).toBeFocused();
	});
}

for (const edition of [null, '2026-03']) {
	test(`a panel leads to its project, and collects it for a comparison${edition === null ? '' : ', of the edition shown'}`, async ({
		page
	}) => {
		const shown = edition === null ? '' : `edition=${edition}`;
		await open(page, `/?${shown}`);
		await row(page, 'kserve').getByRole('link').click();
		const about = `/projects/kserve${shown && `?${shown}`}`;
		await expect(panel(page).getByRole('link', { name: 'All about KServe' })).toHaveAttribute(
			'href',
			about
		);
		await panel(page).getByRole('button', { name: 'Compare' }).click();
		await page.keyboard.press('Escape');
		await page.getByRole('checkbox', { name: 'Compare Kueue' }).check();
		await page.getByRole('link', { name: 'Compare 2' }).click();
		await expect(page).toHaveURL(`/compare?p=kserve,kueue${shown && `&${shown}`}`);
		await page.getByRole('heading', { name: 'KServe' }).getByRole('link').click();
		await expect(page).toHaveURL(about);
	});
}

test('the palette offers to compare the project whose panel is open', async ({ page }) => {
	await open(page, '/?project=kserve');
	await page.keyboard.press('ControlOrMeta+k');
	await page.getByRole('combobox', { name: 'Project or action' }).fill('compare ks');
	await expect(page.getByRole('option', { name: /^Compare KServe with others/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/compare?p=kserve');
});

test('who stands close by is offered to fingers, not to a mouse', async ({ page }) => {
	await open(page, '/?project=kserve');
	await expect(panel(page).getByText('Why this ring')).toBeVisible();
	await expect(panel(page).getByText('Close by:')).toBeHidden();
});

test('a panel beside the chart leaves filters and chart in use', async ({ page }) => {
	await open(page, '/?project=kserve');
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeVisible();
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await expect(page).toHaveURL(/ring=adopt&project=kserve$/);
	await blip(page, 'kueue').click();
	await expect(panel(page).getByRole('heading', { name: 'Kueue' })).toBeFocused();
});

test('a panel that came by a link hands the focus to its blip', async ({ page }) => {
	await open(page, '/?project=kserve');
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(blip(page, 'kserve')).toBeFocused();
});

test('a panel takes the page over when the window becomes narrow, and gives it back when it becomes wide', async ({
	page
}) => {
	await open(page, '/');
	await row(page, 'kserve').getByRole('link').click();
	await expect(panel(page).getByRole('link', { name: 'All about KServe' })).toBeVisible();
	expect(await isModal(page)).toBe(false);
	await panel(page).getByRole('link', { name: 'All about KServe' }).focus();
	await page.setViewportSize({ width: 390, height: 844 });
	await expect.poll(() => isModal(page)).toBe(true);
	await expect(panel(page).getByRole('link', { name: 'All about KServe' })).toBeFocused();
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect.poll(() => isModal(page)).toBe(false);
	await expect(panel(page).getByRole('link', { name: 'All about KServe' })).toBeFocused();
	await page.getByRole('searchbox').focus();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
});

test('a project that does not stand in the edition is said not to, with a link to its page', async ({
	page
}) => {
	await open(page, '/?edition=2024-08&project=docling');
	await expect(panel(page).getByRole('heading', { name: 'Docling' })).toBeFocused();
	await expect(panel(page)).toContainText('Docling did not stand on the radar of August 2024.');
	await expect(panel(page).getByRole('link', { name: 'All about Docling' })).toHaveAttribute(
		'href',
		/\/projects\/docling$/
	);
	await panel(page).getByRole('button', { name: 'Close' }).click();
	await expect(page).toHaveURL(/\/\?edition=2024-08$/);
	await expect(panel(page)).toBeHidden();
});

test('a panel says so when another edition does not hold its project, and leaves the focus', async ({
	page
}) => {
	await open(page, '/?project=docling');
	await expect(panel(page).getByText('Why this ring')).toBeVisible();
	const edition = page.getByRole('combobox', { name: 'Edition' });
	await edition.focus();
	await edition.selectOption('2024-08');
	await expect(panel(page)).toContainText('Docling did not stand on the radar of August 2024.');
	await expect(edition).toBeFocused();
	await edition.selectOption({ index: 0 });
	await expect(panel(page).getByText('Why this ring')).toBeVisible();
	await expect(edition).toBeFocused();
});

test('a project that nobody knows is said to be unknown', async ({ page }) => {
	await open(page, '/?project=nix');
	await expect(panel(page)).toContainText('No project is called “nix”.');
	await expect(panel(page).getByRole('link')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/$/);
});

for (const width of [1440, 390]) {
	test(`a panel that cannot be loaded says so, and comes when the page is reloaded, at ${width} px`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await open(page, '/');
		await page.route('**/_app/**', (route) => route.abort());
		await row(page, 'kserve').getByRole('link').click();
		await expect(page.getByRole('alert')).toContainText('The panel could not be loaded.');
		await expect(page).toHaveURL(/project=kserve$/);
		await page.unroute('**/_app/**');
		await page.getByRole('button', { name: 'Reload the page' }).click();
		await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeVisible();
		await expect(page.getByRole('alert')).toBeHidden();
	});
}

for (const [what, act] of [
	['The palette', (page: Page) => page.keyboard.press('ControlOrMeta+k')],
	['The menu', (page: Page) => page.getByRole('button', { name: 'Share' }).click()],
	[
		'The player of editions',
		(page: Page) => page.getByRole('button', { name: 'Play the editions' }).click()
	]
] as const) {
	test(`${what.toLowerCase()} says so when it cannot be loaded`, async ({ page }) => {
		await open(page, '/');
		await page.route('**/_app/**', (route) => route.abort());
		await act(page);
		await expect(page.getByRole('alert')).toContainText(`${what} could not be loaded.`);
		await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
		await expect(page.getByRole('alert')).toBeHidden();
	});
}

test('a panel that cannot be loaded is closed, and no longer in the address', async ({ page }) => {
	await open(page, '/');
	await page.route('**/_app/**', (route) => route.abort());
	await blip(page, 'kserve').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/project=kserve$/);
	await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page).toHaveURL(/\/$/);
});
