import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('explains a project: why its ring, its points, its history and its sources', async ({
	page
}) => {
	await page.goto('/projects/kserve');
	await expect(page.getByRole('heading', { level: 1, name: 'KServe' })).toBeVisible();
	await expect(page.getByText(/scores \d+ of 100/)).toBeVisible();
	await expect(page.getByRole('heading', { level: 4, name: 'Authors in a year' })).toBeVisible();
	await expect(page.getByRole('img', { name: /^Rings from/ })).toBeVisible();
	await expect(page.getByRole('img', { name: /^Commits in 90 days: \d/ })).toBeVisible();
	await expect(page.getByText('Incubating', { exact: true })).toBeVisible();
	const stars = page.getByRole('row', { name: /^Stars/ });
	await expect(stars).toContainText(/\d+ \w+ 20\d\d/);
	await expect(stars.getByRole('link')).toHaveAttribute('href', /^https:/);
	await expect(page.getByText('Data up to 31 August 2026')).toBeVisible();
	const commits = page.getByRole('row', { name: /^Commits in a year/ });
	await expect(commits.getByRole('link')).toHaveAttribute(
		'href',
		'https://github.com/kserve/kserve/commits'
	);
});

test('says why a score past the cut-off is not in the ring: where the ring is entered', async ({
	page
}) => {
	await page.goto('/projects/deepspeed?edition=2026-08');
	const why = page.getByRole('region', { name: 'Why this ring' });
	await expect(why).toContainText(
		/It needs 2\.\d points more for Adopt \(75 to get in, 69 to stay\)/
	);
	await expect(why).toContainText('So that projects do not flicker');
});

test('where the score is enough, says what would lift the gate that stands in the way', async ({
	page
}) => {
	await page.goto('/projects/dify?edition=2026-08');
	await expect(page.getByRole('region', { name: 'Why this ring' })).toContainText(
		/The score is enough for Adopt; a limit keeps it out/
	);
});

test('shows how active a project is beside the others of its box, without a rank', async ({
	page
}) => {
	await page.goto('/projects/kserve');
	const beside = page.getByRole('region', { name: 'Compared with its subcategory' });
	await expect(beside).toContainText('Inference / Framework');
	const strips = beside.getByRole('img', { name: /^KServe: \d+\. Median of \d+: \d+\./ });
	await expect(strips).toHaveCount(3);
});

test('leads to a correction with the project named', async ({ page }) => {
	await page.goto('/projects/kserve');
	const href = await page.getByRole('link', { name: 'Report an error' }).getAttribute('href');
	expect(new URL(href ?? '').searchParams.get('title')).toBe('Correct KServe');
});

test('an edition is part of the address, and back leads back', async ({ page }) => {
	await page.goto('/projects/kserve');
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'Edition' }).selectOption('2025-08');
	await expect(page).toHaveURL(/\?edition=2025-08$/);
	await expect(page.getByText('This is August 2025.')).toBeVisible();
	await page.goBack();
	await expect(page.getByText('This is August 2025.')).toBeHidden();
});

test('every move is told with its reason, as the API tells it', async ({ page, request }) => {
	await page.goto('/projects/kserve');
	const answer = await request.get('/api/v1/projects/kserve.json');
	const { history } = (await answer.json()) as { history: { reason?: string }[] };
	const reasons = history.flatMap(({ reason }) => reason ?? []);
	expect(reasons.length).toBeGreaterThan(0);
	for (const reason of reasons) await expect(page.getByText(reason).first()).toBeVisible();
});

test('a project that has left keeps its page, says when, and names alternatives', async ({
	page
}) => {
	await page.goto('/projects/alpa');
	await expect(page.getByText('Alpa left the radar in April 2025.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Alternatives' })).toBeVisible();
});

test('an unknown project says what to do', async ({ page }) => {
	const answer = await page.goto('/projects/no-such-thing');
	expect(answer?.status()).toBe(404);
	await expect(page.getByText('There is no project “no-such-thing”')).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveValue('no such thing');
	await expect(page.getByRole('main').getByRole('link', { name: /table/ })).toBeVisible();
});

test('an unknown edition is not found', async ({ page }) => {
	const answer = await page.goto('/projects/kserve?edition=1999-01');
	expect(answer?.status()).toBe(404);
	await expect(page.getByText('There is no edition “1999-01”')).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('everything is there to be read', async ({ page }) => {
		await page.goto('/projects/kserve');
		await expect(page.getByText(/scores \d+ of 100/)).toBeVisible();
		await expect(page.getByRole('img', { name: /^Rings from/ })).toBeVisible();
		await expect(page.getByRole('combobox', { name: 'Edition' })).toBeHidden();
	});
});

testAccessible('/projects/kserve');
testAccessible('/projects/alpa');
testAccessible('/projects/no-such-thing');

test('says who uses it in names that can be checked, and how far each kind of evidence counts', async ({
	page
}) => {
	await page.goto('/projects/vllm?edition=2026-08');
	const use = page.getByRole('region', { name: 'Used by' });
	await expect(use).toContainText(/^Used by\s+Used by Agno, Axolotl and \d+ more of the group\./);
	await expect(use.getByRole('link', { name: 'Axolotl' })).toHaveAttribute(
		'href',
		'/projects/axolotl'
	);
	await expect(use.getByRole('link', { name: 'pyproject.toml' }).first()).toHaveAttribute(
		'href',
		/^https:\/\/github\.com\/.+\/blob\/[0-9a-f]{7,}\/.*pyproject\.toml$/
	);
	await expect(use).toContainText(
		'Container pulls: not known; its container pulls were not read yet.'
	);
});

test('says who carries it, of all commits, and whether that is one organisation', async ({
	page
}) => {
	await page.goto('/projects/kgateway?edition=2026-08');
	const carried = page.getByRole('region', { name: 'Maintained by' });
	await expect(carried).toContainText(/At least: Solo\.io.* \d+%.*\d+% not known\./);
	await expect(carried).toContainText(/One organisation\? Yes: Solo\.io wrote at least \d+%/);
	await expect(carried).toContainText('it brings no points');
	await page.goto('/compare?p=kgateway,kserve');
	await expect(page.getByRole('row', { name: /^One organisation\?/ })).toContainText(
		'Yes: Solo.io'
	);
});

testAccessible('/projects/kgateway?edition=2026-08');

for (const width of [1440, 390]) {
	test(`maintainers check, correct and show their data from the first screen at ${width} px`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/projects/kserve');
		await page.waitForLoadState('networkidle');
		const check = page.getByText(/^Maintain it\? \d+ of \d+ metrics known/);
		for (const one of [
			check,
			page.getByRole('link', { name: 'Report an error' }),
			page.getByRole('link', { name: 'Badge' }).first(),
			page.getByRole('link', { name: 'Follow changes' })
		])
			await expect(one).toBeInViewport();
		await check.click();
		await expect(page.getByText(/Scorecard\./).first()).toBeVisible();
		await page.locator('.strip').getByRole('link', { name: 'Badge' }).click();
		const badge = page.getByRole('region', { name: 'Badge' });
		await expect(badge.getByRole('button', { name: 'Copy as Markdown' })).toBeInViewport();
		await badge.getByRole('radio', { name: 'AsciiDoc' }).check();
		await badge.getByText('Show the AsciiDoc').click();
		await expect(badge.getByRole('region', { name: 'AsciiDoc' })).toContainText(
			/^image:http.*badge\.svg\["KServe on the CNAI Radar", link=/
		);
	});
}

test('the feed that follows one project tells of it alone', async ({ page }) => {
	await page.goto('/projects/mem0');
	const href = await page.getByRole('link', { name: 'Follow changes' }).getAttribute('href');
	const feed = await (await page.request.get(href ?? '')).text();
	expect(feed).toContain('>Mem0<');
	expect(feed).not.toContain('>ScyllaDB<');
});

test('tells the placements by other radars in one line, and why ours differs', async ({ page }) => {
	await page.goto('/projects/langchain');
	const others = page.getByRole('region', { name: 'On other radars' });
	const line = others.getByText(/^On \d+ other radars: .*; newest \w+ \d{4}$/);
	await expect(line).toBeVisible();
	await line.click();
	await expect(others.getByRole('listitem').first()).toBeVisible();
	await page.goto('/table?q=langchain&cols=judgement');
	await expect(page.getByRole('cell', { name: /^On \d+ other radars: / }).first()).toBeVisible();
});

for (const path of ['/projects/vllm', '/compare?p=vllm,kserve', '/trends', '/players']) {
	test(`a name of 120 letters widens no page: ${path}`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		const width = await page.evaluate(() => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
				if (node.parentElement?.closest('svg, script') == null)
					node.textContent = (node.textContent ?? '').replace(/vLLM|KServe/g, 'x'.repeat(120));
			}
			return document.documentElement.scrollWidth;
		});
		expect(width).toBeLessThanOrEqual(390);
	});
}
