import { expect, test, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '../fixtures/built-server.ts';
import { testAccessible } from './accessible.ts';

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const firstName = (page: Page) => rows(page).first().getByRole('rowheader');

test('holds every project and sorts by a pressed head, both ways', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	expect(await rows(page).count()).toBeGreaterThan(150);
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/sort=stars&dir=desc/);
	await expect(page.getByRole('columnheader', { name: 'Stars' })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	const most = await firstName(page).textContent();
	await page.getByRole('link', { name: 'Stars', exact: true }).click();
	await expect(page).toHaveURL(/sort=stars&dir=asc/);
	await expect(firstName(page)).not.toHaveText(most ?? '');
});

test('filters and searches, and the address holds all of it', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	await page.locator('summary', { hasText: 'Ring' }).click();
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	await expect(page).toHaveURL(/ring=adopt/);
	await page.getByRole('searchbox').fill('vllm');
	await expect(page.getByRole('status')).toContainText(/^\d of \d+ projects/);
	await expect(page).toHaveURL(/q=vllm/);
	await page.reload();
	await expect(page.getByRole('status')).toContainText(/^\d of \d+ projects/);
	await expect(firstName(page)).toHaveText('vLLM');
});

test('leads to a project as of the edition shown', async ({ page }) => {
	for (const query of ['', '?edition=2024-08']) {
		await page.goto(`/table${query}`);
		await rows(page).getByRole('link', { name: 'KServe', exact: true }).click();
		await expect(page).toHaveURL(`/projects/kserve${query}`);
	}
});

test('who lost the rating is not among those without a change', async ({ page }) => {
	await page.goto('/table?q=hyperopt');
	await expect(rows(page).filter({ hasText: 'Hyperopt' })).toContainText('Rating lost');
	await page.goto('/table?movement=none');
	await expect(firstName(page)).toBeVisible();
	await expect(rows(page).filter({ hasText: /Not rated|Rating lost/ })).toHaveCount(0);
	await expect(rows(page).filter({ hasText: 'No change' })).toHaveCount(await rows(page).count());
});

for (const path of [
	'/?edition=2026-05&q=kub&ring=assess',
	'/?segment=Inference&names=off',
	// Those that are not rated are folded until they are asked for.
	'/?edition=2026-07&data=not-rated'
]) {
	test(`${path}: the radar leads to the same projects as a table`, async ({ page }) => {
		await page.goto(path);
		const shown = await page
			.locator('main li[data-project]')
			.filter({ visible: true })
			.evaluateAll((all) => all.map((row) => row.getAttribute('data-project') ?? ''));
		expect(shown.length).toBeGreaterThan(2);
		await page.getByRole('link', { name: 'As a table' }).click();
		await expect(page).toHaveURL(/\/table/);
		const edition = new URL(page.url()).searchParams.get('edition');
		expect(edition).toBe(new URLSearchParams(path.slice(1)).get('edition'));
		await expect(rows(page)).toHaveCount(shown.length);
		const listed = await rows(page)
			.getByRole('rowheader')
			.getByRole('link')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
		expect(listed.map((href) => href.replace(/^.*projects\/|\?.*$/g, '')).sort()).toEqual(
			shown.sort()
		);
	});
}

test('typing moves none of the filters', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	const ring = page.locator('summary', { hasText: 'Ring' });
	const before = await ring.boundingBox();
	await expect(page.getByRole('link', { name: 'Clear all' })).toBeHidden();
	await page.getByRole('searchbox').fill('vllm');
	await expect(page.getByRole('link', { name: 'Clear all' })).toBeVisible();
	expect(await ring.boundingBox()).toEqual(before);
});

test('shows the observed values when asked for', async ({ page }) => {
	await page.goto('/table?cols=observed');
	await expect(page.getByRole('columnheader', { name: 'Authors in a year' })).toBeAttached();
});

test('holds what the exports hold of a project: its id, its place, the day of every value', async ({
	page
}) => {
	await page.goto('/table?q=vllm&cols=facts&cols=days');
	const answer = await page.request.get('/api/v1/radar.json');
	const { projects } = await answer.json();
	const { position, observed } = projects.find(({ id }: { id: string }) => id === 'vllm');
	const stars = observed.find(({ metric }: { metric: string }) => metric === 'stars');
	const heads = await page.getByRole('columnheader').allTextContents();
	const row = rows(page).filter({
		has: page.getByRole('rowheader', { name: 'vLLM', exact: true })
	});
	const under = (head: string) => row.locator(`td:nth-child(${heads.indexOf(head) + 1})`);
	await expect(under('Id')).toHaveText('vllm');
	await expect(under('Position, x')).toHaveText(position.x.toFixed(1));
	await expect(under('Position, y')).toHaveText(position.y.toFixed(1));
	await expect(under('Stars: day')).toHaveText(
		new Date(stars.observedOn).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
	);
});

test('nothing that matches says so and offers the way back', async ({ page }) => {
	await page.goto('/table?q=qqqqqqqq');
	await page.waitForLoadState('networkidle');
	await expect(page.getByText(/^No project matches/)).toBeVisible();
	await page.getByRole('link', { name: 'Clear search and filters' }).click();
	await expect(firstName(page)).toBeVisible();
});

test('is worked by the keyboard alone: search, filter, sort, open', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('kube');
	await expect(page).toHaveURL(/q=kube/);
	await page.keyboard.press('Tab');
	await expect(page.locator('summary:focus')).toContainText('Ring');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/ring=adopt/);
	await page.keyboard.press('Escape');
	await expect(page.locator('summary:focus')).toContainText('Ring');
	const stars = page.getByRole('link', { name: 'Stars', exact: true });
	while (!(await stars.evaluate((link) => link === document.activeElement))) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/sort=stars/);
	await expect(stars).toBeFocused();
	const name = await firstName(page).textContent();
	await firstName(page).getByRole('link').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
});

test('facets and search add up: every combination counts what it shows', async ({ page }) => {
	for (const query of [
		'ring=adopt&category=Inference',
		'category=Data&license=permissive&q=apache',
		'ring=trial&ring=assess&maturity=sandbox',
		'q=lang:go+stars:>5k&trend=rising'
	]) {
		await page.goto(`/table?${query}`);
		await page.waitForLoadState('networkidle');
		const told = (await page.getByRole('status').textContent()) ?? '';
		const shown = await rows(page).count();
		expect(told, query).toMatch(new RegExp(`^${shown} of \\d+ projects`));
		expect(shown, query).toBeGreaterThan(0);
		const answer = await page.request.get(`/api/v1/radar.json?${query}`);
		expect((await answer.json()).projects, query).toHaveLength(shown);
	}
});

test.describe('with a thousand projects', () => {
	let server: RunningServer | undefined;
	test.beforeAll(async () => {
		test.slow();
		server = await startServer(1000);
	});
	test.afterAll(() => server?.stop());

	test('draws the rows in sight, all of them on paper', async ({ page }) => {
		await page.goto(`${server?.origin}/table`);
		await page.waitForLoadState('networkidle');
		await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
		// The page is served whole, and thinned by its scripts.
		await expect.poll(() => rows(page).count()).toBeLessThan(100);
		const scrolled = page.getByRole('region', { name: /^Projects of/ });
		await scrolled.evaluate((box) => box.scrollTo(0, box.scrollHeight));
		await expect(page.locator('tr[aria-rowindex="1001"]')).toBeVisible();
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect(await rows(page).count()).toBe(1000);
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		await expect.poll(() => rows(page).count()).toBeLessThan(100);
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('is a plain sorted table that filters by its form', async ({ page }) => {
		await page.goto('/table');
		expect(await rows(page).count()).toBeGreaterThan(150);
		await page.getByRole('link', { name: 'Stars', exact: true }).click();
		await expect(page.getByRole('columnheader', { name: 'Stars' })).toHaveAttribute(
			'aria-sort',
			'descending'
		);
		await page.locator('summary', { hasText: 'Ring' }).click();
		await page.getByRole('checkbox', { name: /^Adopt/ }).check();
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/ring=adopt/);
		await expect(page.getByRole('status')).toContainText(/^\d+ of \d+ projects/);
	});
});

testAccessible('/table');
testAccessible(
	'/table?cols=judgement&cols=points&cols=facts&cols=observed&cols=days&category=Inference'
);

test('columns that are ticked come into sight', async ({ page }) => {
	await page.goto('/table');
	await page.waitForLoadState('networkidle');
	await page.getByRole('checkbox', { name: 'Observed values' }).check();
	const table = page.getByRole('region', { name: /^Projects of/ });
	const first = table.getByRole('columnheader', { name: 'Authors in a year' });
	const names = table.getByRole('columnheader', { name: 'Project', exact: true });
	await expect
		.poll(async () => {
			const [at, behind] = [await first.boundingBox(), await names.boundingBox()];
			return Math.round(Math.abs((at?.x ?? 0) - (behind?.x ?? 0) - (behind?.width ?? 0)));
		})
		.toBe(0);
	await expect(page.getByRole('checkbox', { name: 'Observed values' })).toBeFocused();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the rows stand in the first screen, filters and columns unfold above them', async ({
		page
	}) => {
		await page.goto('/table');
		await page.waitForLoadState('networkidle');
		const box = await rows(page).first().boundingBox();
		expect(box?.y).toBeLessThan(440);
		const points = page.getByRole('checkbox', { name: 'Points' });
		await expect(points).toBeHidden();
		await page.getByRole('button', { name: 'Filters and columns' }).click();
		await points.check();
		await expect(page).toHaveURL(/cols=points/);
		await expect(page.getByRole('button', { name: 'Filters and columns (1)' })).toHaveAttribute(
			'aria-expanded',
			'true'
		);
	});
});

test.describe('on a phone without scripts', () => {
	test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

	test('filters and columns are unfolded', async ({ page }) => {
		await page.goto('/table');
		await expect(page.getByRole('checkbox', { name: 'Points' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Filters and columns' })).toBeHidden();
	});
});

test('a print says what the rows were filtered by', async ({ page }) => {
	await page.goto('/table?ring=hold&q=license:permissive');
	const asked = page.getByText('Ring: Hold. Search: “license:permissive”.');
	await expect(asked).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(asked).toBeVisible();
});
