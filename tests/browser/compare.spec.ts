import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('sets projects side by side, what differs first', async ({ page }) => {
	await page.goto('/compare?p=kserve,kueue');
	await expect(page.getByRole('heading', { level: 2, name: 'KServe' })).toBeVisible();
	const differ = page.getByRole('table', { name: 'Metrics on which they differ' });
	await expect(differ.getByRole('columnheader', { name: 'Kueue' })).toBeVisible();
	expect(await differ.getByRole('row').count()).toBeGreaterThan(3);
	// A value and the day on which it was seen, as on a project's page.
	await expect(differ.locator('td time').first()).toHaveText(/^\d+ \w+ \d{4}$/);
	const facts = page.getByRole('table').first();
	await expect(
		facts
			.getByRole('row', { name: /^First commit/ })
			.locator('time')
			.first()
	).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
});

test('tells beside the stars that count what they are now, on the page and in what is copied', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/compare?p=vllm,kserve&edition=2026-08');
	await page.waitForLoadState('networkidle');
	const both = /71,451 stars.*the median of 12 monthly counts; 89,671 on 22 August 2026/;
	await expect(page.getByRole('row', { name: /^Stars/ })).toContainText(both);
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(both);
});

test('takes projects that stand in the address one by one', async ({ page }) => {
	await page.goto('/compare?p=kserve&p=kueue');
	await expect(page.getByRole('heading', { name: 'Where they differ' })).toBeVisible();
});

test('projects are added by name and taken out again, and the address follows', async ({
	page
}) => {
	await page.goto('/compare?p=kserve');
	await page.waitForLoadState('networkidle');
	await expect(page.getByText('One more is needed')).toBeVisible();
	await page.getByRole('combobox', { name: 'Add a project' }).fill('kueue');
	await page.getByRole('button', { name: 'Add' }).click();
	await expect(page).toHaveURL(/\/compare\?p=kserve,kueue$/);
	await expect(page.getByRole('button', { name: 'Add' })).toBeFocused();
	await expect(page.getByRole('combobox', { name: 'Add a project' })).toHaveValue('');
	await page.getByRole('link', { name: 'Take KServe out' }).click();
	await expect(page).toHaveURL(/\/compare\?p=kueue$/);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 2, name: 'KServe' })).toBeVisible();
});

test('is copied as Markdown', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/compare?p=kserve,kueue');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('| | KServe | Kueue |');
	expect(copied).toContain('/compare?p=kserve,kueue');
	expect(copied).toMatch(/^\| First commit \| .+ \(\d+ \w+ \d{4}\) \|/m);
});

test('a part of a name is enough where only one project has it', async ({ page }) => {
	await page.goto('/compare?p=vllm');
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'Add a project' }).fill('serve');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/compare\?p=vllm,kserve$/);
});

test('says who is already there, and with the fourth that there is room for no more', async ({
	page
}) => {
	await page.goto('/compare?p=kserve,kueue,vllm');
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'Add a project' }).fill('kserve');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toHaveText('KServe is already here.');
	await page.getByRole('combobox', { name: 'Add a project' }).fill('ray');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Four at most')).toBeFocused();
});

test('says who is left out where more than four are asked for', async ({ page }) => {
	await page.goto('/compare?p=vllm,kserve,kueue,ray,volcano');
	await expect(page.getByText('Left out, for four is the most: volcano.')).toBeVisible();
});

test('says who is not on the radar, and copies none of it', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/compare?p=kserve,kueue,nobody&add=nothing');
	await expect(page.getByRole('status')).toContainText('nobody, nothing');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).not.toContain('nothing');
	expect(copied).toContain('/compare?p=kserve,kueue');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the picker is a form', async ({ page }) => {
		await page.goto('/compare?p=kserve');
		await page.getByRole('combobox', { name: 'Add a project' }).fill('Kueue');
		await page.getByRole('button', { name: 'Add' }).click();
		await expect(page).toHaveURL(/\/compare\?p=kserve,kueue$/);
		await page.getByText('Show the Markdown').click();
		await expect(page.getByRole('region', { name: 'Markdown', exact: true })).toContainText(
			'| | KServe | Kueue |'
		);
	});
});

testAccessible('/compare');
testAccessible('/compare?p=vllm,sglang,llama-cpp,kserve');

test('equal points of the profile lie side by side, each with its own sign', async ({ page }) => {
	await page.goto('/compare?p=vllm,sglang,llama-cpp,kserve');
	const profile = page.getByRole('region', { name: 'Profile' });
	const signs = await profile.locator('i[data-mark]').evaluateAll((all) =>
		all
			.filter((sign) => getComputedStyle(sign).position === 'absolute')
			.map((sign) => {
				const { x, y, width } = sign.getBoundingClientRect();
				return { x, y, width, shape: getComputedStyle(sign).clipPath };
			})
	);
	expect(signs.length).toBeGreaterThan(12);
	expect(new Set(signs.map(({ shape }) => shape)).size).toBe(4);
	for (const [i, one] of signs.entries()) {
		for (const other of signs.slice(i + 1)) {
			const near = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
			expect(near).toBeGreaterThanOrEqual(one.width * 0.95);
		}
	}
});

test('comparisons to begin with come from every segment', async ({ page }) => {
	await page.goto('/compare');
	const begin = page.getByRole('listitem').filter({ has: page.locator('a[href*="p="]') });
	await expect(begin).toHaveCount(6);
	for (const segment of ['AI Agent', 'Inference', 'Training', 'Data', 'AI Native Infra']) {
		await expect(begin.filter({ hasText: `${segment} / ` }).first()).toBeVisible();
	}
});

test('over time, the drawings of a row stand on one ground, and each sign is as high as its value', async ({
	page
}) => {
	await page.goto('/compare?p=vllm,kserve,kuberay,llama-cpp');
	const plots = page.getByRole('region', { name: 'Over time' }).getByRole('img');
	await expect(plots).toHaveCount(4);
	const tops = await plots.evaluateAll((all) => all.map((plot) => plot.getBoundingClientRect().y));
	expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
	const signs = await plots.first().evaluate((plot) =>
		[...(plot.parentElement?.querySelectorAll('i[data-mark]') ?? [])].map((sign) => {
			const { x, y, width, height } = sign.getBoundingClientRect();
			const line = plot.querySelector<SVGPathElement>(
				`[data-mark="${sign.getAttribute('data-mark')}"] > path`
			);
			const end = line
				?.getPointAtLength(line.getTotalLength())
				.matrixTransform(line.getScreenCTM() ?? undefined);
			return { x, y, width, off: y + height / 2 - (end?.y ?? NaN) };
		})
	);
	expect(signs).toHaveLength(4);
	for (const [i, { x, y, width, off }] of signs.entries()) {
		expect(Math.abs(off)).toBeLessThan(0.5);
		for (const other of signs.slice(i + 1)) {
			const apart = Math.max(Math.abs(other.x - x), Math.abs(other.y - y));
			expect(apart).toBeGreaterThan(width * 0.95);
		}
	}
});

test('over time, what nobody had observed yet is said to be not observed', async ({ page }) => {
	await page.goto('/compare?p=vllm,kserve&edition=2024-08');
	const stars = page.getByRole('figure').filter({ hasText: /^Stars/ });
	await expect(stars).toContainText('not measured');
	await expect(stars).not.toContainText('up to');
});
