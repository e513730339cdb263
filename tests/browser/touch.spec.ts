import { expect, test, type Page } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const panel = (page: Page) => page.getByRole('dialog', { name: /./ });

async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

/** The middle of a blip, in the coordinates of the window. */
async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
	const blip = chart(page).locator(`a[data-project="${id}"]`);
	await blip.scrollIntoViewIfNeeded();
	const box = await blip.boundingBox();
	if (!box) throw new Error(`${id} is not on the chart`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const card = (page: Page) => page.locator('.chart .card');

/** The first tap shows the card, the second opens the sheet. */
async function tapTwice(page: Page, x: number, y: number): Promise<void> {
	await page.touchscreen.tap(x, y);
	await expect(card(page)).toBeVisible();
	await page.touchscreen.tap(x, y);
}

test('a tap on a blip shows its card, and a tap on the card opens its sheet', async ({ page }) => {
	await open(page);
	const { x, y } = await middleOf(page, 'kaito');
	await page.touchscreen.tap(x, y);
	await expect(card(page)).toContainText('KAITO');
	await expect(panel(page)).toBeHidden();
	const box = await card(page).boundingBox();
	expect(box?.x).toBeGreaterThanOrEqual(0);
	expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
	await card(page).tap();
	await expect(panel(page).getByRole('heading', { name: 'KAITO' })).toBeVisible();
});

test('a second tap on a blip opens its sheet, which closes by its button and by a tap beside it', async ({
	page
}) => {
	await open(page);
	const { x, y } = await middleOf(page, 'kaito');
	await tapTwice(page, x, y);
	await expect(panel(page).getByRole('heading', { name: 'KAITO' })).toBeVisible();
	await panel(page).getByRole('button', { name: 'Close' }).tap();
	await expect(panel(page)).toBeHidden();
	await tapTwice(page, x, y);
	await expect(panel(page)).toBeVisible();
	await page.touchscreen.tap(195, 20);
	await expect(panel(page)).toBeHidden();
});

test('a tap beside a blip means the nearest within reach', async ({ page }) => {
	await open(page);
	const { x, y } = await middleOf(page, 'kaito');
	await tapTwice(page, x + 14, y - 8);
	await expect(panel(page).getByRole('heading', { name: 'KAITO' })).toBeVisible();
});

/** The two blips that stand nearest to each other on the chart. */
const closestPair = (page: Page) =>
	chart(page).evaluate((svg) => {
		const blips = [...svg.querySelectorAll<SVGAElement>('a[data-project]')].map((blip) => {
			const { x, y, width, height } = blip.children[0]?.getBoundingClientRect() ?? new DOMRect();
			const name = blip.getAttribute('aria-label')?.replace(/, (Adopt|Trial|Assess|Hold),.*/, '');
			return {
				id: blip.dataset.project ?? '',
				name: name ?? '',
				x: x + width / 2,
				y: y + height / 2
			};
		});
		const pairs = blips.flatMap((one, i) =>
			blips.slice(i + 1).map((other) => {
				return { one, other, distance: Math.hypot(one.x - other.x, one.y - other.y) };
			})
		);
		return pairs.reduce((least, pair) => (pair.distance < least.distance ? pair : least));
	});

test('of two blips that one thumb covers, the other is a tap away', async ({ page }) => {
	await open(page);
	const { one, other, distance } = await closestPair(page);
	expect(distance).toBeLessThan(10);
	const { x, y } = await middleOf(page, one.id);
	await tapTwice(page, x, y);
	await expect(panel(page).getByRole('heading', { name: one.name, exact: true })).toBeVisible();
	await panel(page).getByRole('link', { name: other.name, exact: true }).first().tap();
	await expect(panel(page).getByRole('heading', { name: other.name, exact: true })).toBeVisible();
	await expect(
		panel(page).getByRole('link', { name: one.name, exact: true }).first()
	).toBeInViewport();
	// As one step: back leads to the radar, not to what was not meant.
	await page.goBack();
	await expect(panel(page)).toBeHidden();
});

test('a tap on a row opens its project, the next tap on "back" closes it', async ({ page }) => {
	await open(page);
	await page.locator('li[data-project="milvus"]').getByRole('link').tap();
	await expect(panel(page).getByRole('heading', { name: 'Milvus' })).toBeVisible();
	await page.goBack();
	await expect(panel(page)).toBeHidden();
});

test('filters come up as a sheet and go by a tap', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Filters' }).tap();
	await page.getByRole('checkbox', { name: /^Adopt/ }).tap();
	await expect(page).toHaveURL(/ring=adopt/);
	await expect(page.getByRole('button', { name: 'Remove Ring: Adopt' })).toBeAttached();
});

test('filters left open as a sheet stand beside the chart when the screen is turned', async ({
	page
}) => {
	await page.setViewportSize({ width: 820, height: 1180 });
	await open(page);
	await page.getByRole('button', { name: 'Filters' }).tap();
	const filters = page.getByRole('form', { name: 'Filters' });
	const isSheet = () => filters.evaluate((form) => form.matches(':popover-open'));
	expect(await isSheet()).toBe(true);
	await page.setViewportSize({ width: 1180, height: 820 });
	await expect.poll(isSheet).toBe(false);
	await expect(filters).toBeVisible();
	const column = await filters.boundingBox();
	const drawing = await chart(page).boundingBox();
	expect((column?.x ?? 0) + (column?.width ?? Infinity)).toBeLessThan(drawing?.x ?? 0);
});

test('a tap on a plot holds the value that it points at', async ({ page }) => {
	await open(page, '/trends');
	const caption = page.locator('figcaption').filter({ hasText: 'Not rated' });
	await expect(caption).toContainText('August 2026');
	await page.getByRole('img', { name: /^Rings through/ }).tap({ position: { x: 3, y: 60 } });
	await expect(caption).toContainText('August 2024');
});

test('the page behind a sheet stays where it is', async ({ page }) => {
	await open(page, '/?project=milvus');
	await expect(panel(page)).toBeVisible();
	await page.mouse.move(195, 40);
	await page.mouse.wheel(0, 400);
	await page.getByRole('button', { name: 'Close' }).tap();
	await expect(panel(page)).toBeHidden();
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await page.mouse.wheel(0, 400);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('two fingers may enlarge the page', async ({ page }) => {
	await open(page);
	const viewport = await page.locator('meta[name="viewport"]').getAttribute('content');
	expect(viewport).not.toMatch(/user-scalable|maximum-scale/);
	// "manipulation" and "auto" leave both the pinch and the scroll to the browser.
	expect(await chart(page).evaluate((svg) => getComputedStyle(svg).touchAction)).toMatch(
		/^(manipulation|auto)$/
	);
});

/** What is smaller than 24 × 24 px, except links inside a sentence and what scripts make larger. */
const smallTargets = (page: Page) =>
	page.evaluate(() => {
		const least = 24;
		const small: string[] = [];
		for (const element of document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, summary, [role="button"]'
		)) {
			// Blips are met by the nearest within reach, tested above.
			if (element.closest('svg') || !element.checkVisibility({ visibilityProperty: true }))
				continue;
			const label = element.closest('label');
			const target = label ?? element;
			const boxes = [target.getBoundingClientRect()];
			const after = getComputedStyle(element, '::after');
			if (after.position === 'absolute' && after.inset === '0px') {
				const holder = element.offsetParent;
				if (holder) boxes.push(holder.getBoundingClientRect());
			}
			const width = Math.max(...boxes.map((box) => box.width));
			const height = Math.max(...boxes.map((box) => box.height));
			if (width === 0 || height === 0) continue;
			const sentence = element.parentElement;
			const inText =
				getComputedStyle(element).display === 'inline' &&
				[...(sentence?.childNodes ?? [])].some(
					(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''
				);
			if (inText) continue;
			if (height < least || width < least) {
				small.push(
					`${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`
				);
			}
		}
		return small;
	});

for (const path of [
	'/',
	'/?ring=adopt&q=a&project=milvus',
	'/table',
	'/landscape',
	'/trends',
	'/compare?p=kserve,kueue',
	'/changes',
	'/what-if',
	'/projects/kserve',
	'/methodology',
	'/about',
	'/data',
	'/no/such/page'
]) {
	test(`${path}: every target is at least 24 px wide and high`, async ({ page }) => {
		await open(page, path);
		expect(await smallTargets(page)).toEqual([]);
	});
}

for (const [path, name] of [
	['/projects/kserve', 'Observed values'],
	['/landscape', 'Projects listed elsewhere'],
	['/data-quality', 'Defects of the landscape file']
] as const) {
	test(`${path}: no cell of “${name}” is out of sight on a phone`, async ({ page }) => {
		await open(page, path);
		if (path === '/data-quality') await page.getByText(/^Show \d+ faults$/).tap();
		const table = page.getByRole('region', { name });
		await expect(table.getByRole('table').getByRole('row').nth(1)).toBeVisible();
		expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
	});
}

test('no name breaks within a word', async ({ page }) => {
	await open(page);
	const broken = await page.locator('li[data-project] a:visible').evaluateAll((links) =>
		links.flatMap((link) => {
			const range = document.createRange();
			range.selectNodeContents(link);
			const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
			const name = link.textContent.trim();
			return lines > name.split(/[\s-]+/).length ? [name] : [];
		})
	);
	expect(broken).toEqual([]);
});

test('a small chart names what is lit or zoomed in letters that can be read', async ({ page }) => {
	const named = (name: string) =>
		chart(page).getByText(name, { exact: true }).filter({ visible: true });
	await open(page, '/?segment=Inference');
	await expect(named('KServe')).toHaveCount(1);
	const letters = await named('KServe').boundingBox();
	expect(letters?.height).toBeGreaterThan(10);
	await open(page, '/?q=kserve');
	await expect(named('KServe')).toHaveCount(1);
	await expect(named('KAITO')).toHaveCount(0);
});

test('a pill ends with its × in sight, however long it is, and moves nothing below it', async ({
	page
}) => {
	await open(page);
	const { y } = await chart(page).evaluate((svg) => svg.getBoundingClientRect());
	for (const path of [
		'/?segment=AI+Native+Infra',
		'/?subcategory=Continuous+Integration+and+Delivery&ring=trial&movement=none'
	]) {
		await open(page, path);
		const pills = page.getByRole('button', { name: /^(All segments ›|Remove) / });
		const row = await page.getByRole('list').filter({ has: pills.first() }).first().boundingBox();
		const pill = await pills.first().boundingBox();
		if (!row || !pill) throw new Error('no pill');
		expect(pill.x + pill.width).toBeLessThanOrEqual(row.x + row.width);
		expect(await chart(page).evaluate((svg) => svg.getBoundingClientRect().y)).toBe(y);
	}
	await page.getByRole('button', { name: /^Remove Sub/ }).tap({ position: { x: 8, y: 8 } });
	await expect(page).not.toHaveURL(/subcategory/);
});

test('with those not rated folded, the page is short, and segments are a tap away', async ({
	page
}) => {
	await open(page);
	const { height } = (await page.getByRole('main').boundingBox()) ?? { height: NaN };
	expect(height).toBeLessThan(4000);
	await page.getByRole('navigation', { name: 'Segments' }).getByText('Training').tap();
	await expect(page.getByRole('heading', { level: 2, name: /^Training/ })).toBeInViewport();
	await page.getByRole('link', { name: /^Show \d+ projects$/ }).tap();
	await expect(page.locator('li[data-project="opensearch"]')).toBeVisible();
});

test('the slider of editions is folded on a phone', async ({ page }) => {
	await open(page);
	await expect(page.getByRole('slider', { name: 'Edition' })).toBeHidden();
	await page.getByRole('button', { name: 'History' }).tap();
	await expect(page.getByRole('slider', { name: 'Edition' })).toBeVisible();
});

test('what if: the three biggest moves stay in sight while a slider moves', async ({ page }) => {
	await open(page, '/what-if');
	const last = page.getByRole('slider').last();
	await last.scrollIntoViewIfNeeded();
	await last.focus();
	for (let i = 0; i < 12; i += 1) await page.keyboard.press('PageUp');
	await expect(page.locator('.biggest')).toBeInViewport();
	await expect(page.locator('.biggest')).toHaveText(/ to (Adopt|Trial|Assess|Hold|none)/);
});
