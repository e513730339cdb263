import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation } from './accessible.ts';

const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const sector = (page: Page, name: string) => page.locator(`svg [data-sector="${name}"]`);
const sectorOf = (page: Page, id: string) =>
	page.locator('svg [data-sector]').filter({ has: page.locator(`[data-project="${id}"]`) });
const blip = (page: Page, id: string) => chart(page).locator(`a[data-project="${id}"]`);
const row = (page: Page, id: string) => page.locator(`li[data-project="${id}"]`);
const panel = (page: Page) => page.getByRole('dialog', { name: /./ });
const status = (page: Page) => page.getByRole('status');

/** Scripts have taken over once typing can be taken in. */
async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('searchbox')).toBeVisible();
	await page.waitForFunction(
		() => '__sveltekit_ready' in window || document.readyState === 'complete'
	);
	await page.waitForLoadState('networkidle');
}

const nameOf = async (page: Page, id: string): Promise<string> =>
	(await page.locator(`li[data-project="${id}"] a`).textContent()) ?? '';

test('shows every rated project on the chart and every project in the list', async ({ page }) => {
	await open(page);
	const onChart = await chart(page).locator('a[data-project]').count();
	const rows = page.locator('li[data-project]');
	expect(onChart).toBeGreaterThan(100);
	await expect(rows).toHaveCount(onChart);
	await page.getByRole('link', { name: /^Show \d+ projects$/ }).click();
	expect(await rows.count()).toBeGreaterThan(onChart);
	const listed = await rows.count();
	await expect(status(page)).toContainText(`${listed} projects`);
	await expect(sector(page, 'AI Agent').and(sectorOf(page, 'milvus'))).toHaveCount(1);
});

test('a blip pointed at shows a card on a solid ground, inside the window at all edges', async ({
	page
}) => {
	await open(page);
	const card = page.locator('.chart .card');
	const ids = await chart(page).evaluate((svg) => {
		const placed = [...svg.querySelectorAll<SVGAElement>('a[data-project]')].map((blip) => {
			const { x, y } = blip.getBoundingClientRect();
			return { id: blip.dataset.project ?? '', x, y };
		});
		const byX = placed.toSorted((a, b) => a.x - b.x);
		const byY = placed.toSorted((a, b) => a.y - b.y);
		return [byX.at(0), byX.at(-1), byY.at(0), byY.at(-1)].map((edge) => edge?.id ?? '');
	});
	for (const id of ids) {
		await blip(page, id).hover();
		await expect(card.getByText(await nameOf(page, id), { exact: true })).toBeVisible();
		const box = await card.boundingBox();
		if (!box) throw new Error('no card');
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.y).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(1440);
		expect(box.y + box.height).toBeLessThanOrEqual(900);
		const ground = await card.evaluate((element) => getComputedStyle(element).backgroundColor);
		expect(ground).toMatch(/^rgb\(/);
	}
});

test('tells who moved from who is new since the edition before', async ({ page }) => {
	await open(page, '/?edition=2026-04');
	await expect(status(page)).toContainText('159 of 184 projects rated');
	await open(page);
	await expect(status(page)).toContainText(/ rated\s+\d+ moved since July 2026/);
});

test('a search with a typing error dims what does not match and says how many do', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('milvs');
	await expect(status(page)).toContainText(/^1 of \d+ projects/);
	await expect(row(page, 'milvus')).toBeVisible();
	await expect(row(page, 'vllm')).toBeHidden();
	await expect(blip(page, 'vllm')).toHaveAttribute('fill-opacity');
	await expect(blip(page, 'milvus')).not.toHaveAttribute('fill-opacity');
	await expect(page).toHaveURL(/[?&]q=milvs/);
});

test('the list marks why each project was found', async ({ page }) => {
	await open(page);
	const marked = () =>
		page.evaluate(() =>
			[...(CSS.highlights.get('found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
				startContainer.textContent?.slice(startOffset, endOffset)
			)
		);
	await page.getByRole('searchbox').fill('pgvec');
	await expect(row(page, 'pgvector')).toBeVisible();
	await expect.poll(marked).toEqual(['pgvec']);
	await page.getByRole('searchbox').fill('vector datab');
	await expect(row(page, 'milvus')).toContainText('Vector Database');
	await expect.poll(marked).toContain('Datab');
	await page.getByRole('searchbox').fill('');
	await expect(row(page, 'milvus')).not.toContainText('Vector Database');
	await expect.poll(marked).toEqual([]);
});

test('once the search box is reached, a search needs nothing more from the server', async ({
	page
}) => {
	await open(page);
	await page.getByRole('searchbox').focus();
	await page.waitForLoadState('networkidle');
	await page.route('**', (route) => route.abort());
	await page.getByRole('searchbox').pressSequentially('kservve');
	await expect(status(page)).toContainText(/^1 of \d+ projects/);
	await expect(row(page, 'kserve')).toBeVisible();
	await expect(page).toHaveURL(/q=kservve/);
});

test('a search that finds nothing says so and offers the way back', async ({ page }) => {
	await open(page);
	await page.getByRole('searchbox').fill('qqqqqqqq');
	await expect(page.getByText(/^No project matches/)).toBeVisible();
	await page.getByRole('link', { name: 'Clear search and filters' }).click();
	await expect(row(page, 'milvus')).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a search that its filters leave without a project tells the nearest names and what to drop', async ({
	page
}) => {
	await open(page, '/?ring=hold');
	await page.getByRole('searchbox').fill('milvus');
	await expect(page.getByText('No project matches “milvus” with these filters')).toBeVisible();
	await page.getByRole('link', { name: 'Without ring: 1 project' }).click();
	await expect(row(page, 'milvus')).toBeVisible();
	await page.getByRole('searchbox').fill('xlangchianx');
	await expect(page.getByRole('link', { name: 'LangChain', exact: true }).first()).toBeVisible();
});

for (const width of [390, 1440]) {
	test(`the focused field shows what can be searched for, at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 844 });
		await open(page);
		const field = page.getByRole('searchbox');
		const help = page.getByRole('group', { name: 'Search help' });
		await expect(help).toBeHidden();
		await field.focus();
		await expect(help).toBeInViewport({ ratio: 1 });
		await help.getByRole('button', { name: 'MCP' }).click();
		await expect(field).toBeFocused();
		await expect(help).toBeHidden();
		await field.press('Enter');
		await expect(panel(page)).toContainText('Model Context Protocol');
	});
}

test('filters add up, show as pills and never move a blip', async ({ page }) => {
	await open(page);
	const before = await blip(page, 'milvus').getAttribute('transform');
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await page.getByRole('checkbox', { name: /^AI Agent/ }).check();
	await expect(page).toHaveURL(/ring=adopt&category=AI\+Agent/);
	await expect(page.getByRole('button', { name: 'Remove Ring: Adopt' })).toBeVisible();
	const shown = page.locator('li[data-project]:visible');
	for (const id of await shown.evaluateAll((rows) =>
		rows.map((r) => (r as HTMLElement).dataset.project ?? '')
	)) {
		await expect(blip(page, id)).toHaveAttribute('data-ring', 'adopt');
		await expect(sector(page, 'AI Agent').and(sectorOf(page, id))).toHaveCount(1);
	}
	expect(await blip(page, 'milvus').getAttribute('transform')).toBe(before);
	expect(before).toMatch(/^translate/);
	await page.getByRole('button', { name: 'Remove Ring: Adopt' }).click();
	await expect(page).not.toHaveURL(/ring=adopt/);
	await page.getByRole('link', { name: 'Clear all' }).click();
	await expect(page).toHaveURL(/\/$/);
});

test('the panel tells why, and closes again', async ({ page }) => {
	await open(page);
	await row(page, 'kserve').getByRole('link').click();
	await expect(page).toHaveURL(/project=kserve/);
	await expect(panel(page).getByRole('heading', { name: 'KServe' })).toBeFocused();
	await expect(panel(page).getByText('Why this ring')).toBeVisible();
	await expect(panel(page).getByText('Community')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
	await expect(page).not.toHaveURL(/project=/);
	await expect(row(page, 'kserve').getByRole('link')).toBeFocused();
});

test('"back" closes a panel', async ({ page }) => {
	await open(page);
	await row(page, 'kueue').getByRole('link').click();
	await expect(panel(page)).toBeVisible();
	await page.goBack();
	await expect(panel(page)).toBeHidden();
	await expect(page).toHaveURL(/\/$/);
});

test('a copied address gives the same view after a reload', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
	await open(page, '/?ring=adopt&ring=trial');
	await page.getByRole('searchbox').fill('kube');
	await expect(page).toHaveURL(/q=kube/);
	const found = await status(page).textContent();
	await page.getByRole('button', { name: 'Names' }).click();
	await expect(page).toHaveURL(/names=off/);
	const address = page.url();
	await page.reload();
	expect(page.url()).toBe(address);
	await expect(page.getByRole('searchbox')).toHaveValue('kube');
	await expect(page.getByRole('checkbox', { name: /^Adopt/ })).toBeChecked();
	await expect(page.getByRole('button', { name: 'Names' })).toHaveAttribute(
		'aria-pressed',
		'false'
	);
	expect(await status(page).textContent()).toBe(found);
});

test('the address of an opened project opens it again', async ({ page }) => {
	await open(page, '/?project=volcano');
	await expect(panel(page).getByRole('heading', { name: 'Volcano' })).toBeVisible();
});

test('a segment zooms in to its subcategories, by link', async ({ page }) => {
	await open(page);
	await page
		.getByRole('heading', { level: 2, name: /^Inference/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/segment=Inference/);
	await expect(page.getByRole('heading', { level: 2, name: /^Runtime/ })).toBeVisible();
	await expect(blip(page, 'vllm')).toBeAttached();
	await expect(blip(page, 'milvus')).not.toBeAttached();
	await page.getByRole('button', { name: 'All segments › Inference: show all' }).click();
	await expect(blip(page, 'milvus')).toBeAttached();
});

test('another segment, asked for in the filters, takes the place of the one zoomed into', async ({
	page
}) => {
	await open(page, '/?segment=Data');
	const other = page.getByRole('checkbox', { name: /^Inference/ });
	const count = await page.locator('label', { has: other }).getAttribute('data-count');
	await other.check();
	await expect(page).toHaveURL(/\/\?category=Inference$/);
	await expect(page.getByRole('status')).toContainText(`${count} of `);
	await expect(blip(page, 'vllm')).toBeAttached();
	await page.goBack();
	await expect(page).toHaveURL(/\/\?segment=Data$/);
	await expect(blip(page, 'vllm')).not.toBeAttached();
});

test('the chart is one tab stop, arrows walk it and Enter opens', async ({ page }) => {
	await open(page);
	await expect(chart(page).locator('a[data-project][tabindex="0"]')).toHaveCount(1);
	const first = chart(page).locator('a[data-project][tabindex="0"]');
	await first.focus();
	const before = await first.getAttribute('data-project');
	for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End']) {
		await page.keyboard.press(key);
	}
	const focused = page.locator(':focus');
	await expect(focused).toHaveAttribute('aria-label', /, (Adopt|Trial|Assess|Hold), /);
	expect(await focused.getAttribute('data-project')).not.toBe(before);
	await expect(chart(page).locator('a[data-project][tabindex="0"]')).toHaveCount(1);
	const id = await focused.getAttribute('data-project');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`project=${id}`));
	await expect(panel(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(blip(page, id ?? '')).toBeFocused();
});

test('pointing at a row lights its blip, pointing at a blip its row', async ({ page }) => {
	await open(page);
	await row(page, 'milvus').hover();
	await expect(chart(page).locator('.lit text')).toHaveText(/^Milvus (Adopt|Trial|Assess), \d+$/);
	const box = await blip(page, 'kserve').boundingBox();
	if (!box) throw new Error('KServe is not on the chart');
	// Just beside the blip: its target is larger than its drawing.
	await page.mouse.move(box.x + box.width / 2 + 11, box.y + box.height / 2);
	await expect(chart(page).locator('.lit text')).toHaveCount(1);
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await expect(row(page, 'kserve')).toHaveClass(/lit/);
});

test('a long name beside the chart widens nothing', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await open(page, '/?data=not-rated');
	await expect(row(page, 'pytorch-distributeddataparallel-ddp')).toBeAttached();
	const beyond = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect(beyond).toBeLessThanOrEqual(0);
});

test('the palette finds projects and actions', async ({ page }) => {
	await open(page);
	await page.keyboard.press('ControlOrMeta+k');
	const input = page.getByRole('combobox', { name: 'Project or action' });
	await expect(input).toBeFocused();
	await input.fill('volcno');
	await expect(
		page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()
	).toContainText('Volcano');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/project=volcano/);
});

test('the palette leads to the other pages', async ({ page }) => {
	await open(page);
	await page.keyboard.press('ControlOrMeta+k');
	await page.getByRole('combobox', { name: 'Project or action' }).fill('go trends');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/trends$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
});

for (const width of [390, 1440]) {
	test(`along the rim of a zoomed segment no name runs into the next, at ${width} px`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/?segment=AI+Native+Infra');
		const gaps = await chart(page)
			.locator('.segment')
			.evaluateAll((segments) =>
				segments.flatMap((segment) => {
					const arc = segment.querySelector<SVGPathElement>('.arc');
					const shown = [...segment.querySelectorAll<SVGTextElement>('text.rim')].filter(
						(text) => text.textContent !== '' && text.getClientRects().length > 0
					);
					// The arc laps a little over the segment at either end.
					return shown.map(
						(text) => (arc?.getTotalLength() ?? 0) - 60 - text.getComputedTextLength()
					);
				})
			);
		expect(gaps.length).toBeGreaterThan(3);
		expect(Math.min(...gaps)).toBeGreaterThan(0);
	});
}

test('without colours of its own the chart has the system’s', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await open(page);
	const { ink, paper, link, ...fills } = await page.evaluate(() => {
		const fill = (selector: string) => {
			const found = document.querySelector(`svg[role="group"] ${selector}`);
			return found === null ? `no ${selector}` : getComputedStyle(found).fill;
		};
		const { color, backgroundColor } = getComputedStyle(document.documentElement);
		const anchor = document.querySelector('main a:not(svg a)') ?? document.body;
		return {
			...{ ink: color, paper: backgroundColor, link: getComputedStyle(anchor).color },
			names: fill('.names text'),
			rim: fill('text.rim'),
			rings: fill('.ring text'),
			ground: fill('.ground path'),
			blip: fill('a[data-project]:not(.hollow) path'),
			hollow: fill('a[data-project].hollow path')
		};
	});
	expect(fills).toEqual({
		...{ names: ink, rim: ink, rings: ink, ground: paper, blip: link, hollow: paper }
	});
});

test('a chosen theme stays and is there before the first paint', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await open(page);
	const paper = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await paper();
	await page.getByRole('button', { name: 'Switch theme' }).click();
	const dark = await paper();
	expect(dark).not.toBe(light);
	await page.reload({ waitUntil: 'commit' });
	await page.waitForSelector('body');
	expect(await paper()).toBe(dark);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('chart, list and filtered views are complete', async ({ page }) => {
		await page.goto('/?ring=adopt&ring=trial&q=kserve');
		await expect(status(page)).toContainText(/^1 of \d+ projects/);
		await expect(blip(page, 'milvus')).toHaveAttribute('fill-opacity');
		await expect(row(page, 'milvus')).toBeHidden();
		await expect(row(page, 'kserve').getByRole('link')).toHaveAttribute(
			'href',
			/projects\/kserve$/
		);
		await expect(page.getByRole('button', { name: 'Show' })).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const [width, height] of [
		[1440, 900],
		[390, 844]
	] as const) {
		test.describe(`${colorScheme}, ${width} wide`, () => {
			test.use({ colorScheme, viewport: { width, height } });
			test('has nothing that axe objects to, and no side scrolling', async ({ page }) => {
				await open(page);
				await expectNoViolation(page);
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(overflow).toBeLessThanOrEqual(0);
			});

			test('has nothing that axe objects to with a panel open', async ({ page }) => {
				await open(page, '/?ring=adopt&project=milvus');
				await expect(panel(page).getByText('Why this ring')).toBeVisible();
				await page.evaluate(() =>
					Promise.all(document.getAnimations().map(({ finished }) => finished))
				);
				await expectNoViolation(page);
			});
		});
	}
}

for (const [width, height, fewest] of [
	[390, 844, 40],
	[768, 900, 135],
	[1024, 680, 40],
	[1280, 800, 130],
	[1440, 900, 152]
] as const) {
	test(`at ${width} pixels the chart shows ${fewest} names or more, and the button takes them away`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await page.goto('/');
		await page.waitForLoadState('networkidle');
		const named = page.locator('svg .names text').filter({ visible: true });
		await expect.poll(() => named.count()).toBeGreaterThanOrEqual(fewest);
		const smallest = (of: string) =>
			page
				.locator(`svg ${of} text`)
				.filter({ visible: true })
				.evaluateAll((texts) =>
					Math.min(
						...texts.map((text) => {
							const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
							return parseFloat(getComputedStyle(text).fontSize) * scale;
						})
					)
				);
		expect(await smallest('.names')).toBeGreaterThanOrEqual(width < 1280 ? 11 : 12);
		expect(await smallest('.ground')).toBeGreaterThanOrEqual(11);
		const blip = await page.locator('svg [data-project] path').first().boundingBox();
		expect(blip?.width).toBeGreaterThanOrEqual(8);
		if (width < 1024) return;
		const names = page.getByRole('button', { name: 'Names', exact: true });
		await expect(names).toHaveAttribute('aria-pressed', 'true');
		await names.click();
		await expect(named).toHaveCount(0);
	});
}

test('names of segments on the rim are never cut inside a word', async ({ page }) => {
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/?segment=AI+Native+Infra');
		const rim = page.locator('svg textPath').filter({ visible: true });
		await expect(rim.first()).toBeAttached();
		const whole = (await page.getByRole('heading', { level: 2 }).allTextContents()).join(' ');
		for (const text of await rim.allTextContents()) {
			const word = text.replace(/[…,]$/, '').split(' ').at(-1);
			expect(whole).toMatch(new RegExp(`\\b${word}\\b`));
		}
	}
});

test('a print with a panel open begins with its answer, then comes the chart', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/?project=kserve');
	await expect(page.getByRole('heading', { name: 'Why this ring' })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 794, height: 1100 });
	const answer = await page.getByRole('dialog').boundingBox();
	const chart = await page.getByRole('group', { name: /^Radar of/ }).boundingBox();
	if (!answer || !chart) throw new Error('not printed');
	expect(answer.y + answer.height).toBeLessThanOrEqual(chart.y);
	expect(answer.height).toBeGreaterThan(300);
	await expect(page.getByRole('button', { name: 'Close' })).toBeHidden();
});

test('a search that could not load what forgives misspellings says so', async ({ page }) => {
	await open(page);
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page.locator('#search').fill('kubeflwo');
	await expect(page.getByText('Misspelt words could not be looked up')).toBeVisible();
});
