import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('tells what changed between any two editions, and why', async ({ page }) => {
	await page.goto('/changes?from=2026-07&to=2026-08');
	await expect(page.getByRole('img', { name: /^From July 2026 to August 2026/ })).toBeVisible();
	const moved = page.getByRole('region', { name: /^Moved by what is newly measured/ });
	await expect(moved.getByRole('listitem').first()).toContainText(/[−+]\d/);
});

for (const [width, height] of [
	[1440, 900],
	[390, 1266]
] as const) {
	test(`every mover is named with a cause on the first ${height} pixels at ${width}`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await page.goto('/changes');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'What changed, July to August 2026'
		);
		const cards = page.getByRole('list', { name: 'Moves at a glance' });
		await expect(cards.getByRole('listitem')).toHaveCount(4);
		const names = await cards.getByRole('link').all();
		expect(names).toHaveLength(42);
		for (const name of names) await expect(name).toBeInViewport();
		await expect(cards.getByText('agent-sandbox, Assess to Trial: no longer young.')).toBeVisible();
	});
}

test('one, three and twelve months are a click away', async ({ page }) => {
	await page.goto('/changes');
	await page.getByRole('navigation', { name: 'Period' }).getByText('3 months').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'What changed, May to August 2026'
	);
	await expect(page.getByText(/^Since May 2026: 5 projects moved in/)).not.toContainText(/\b0 /);
});

test('a move says which bound the score crossed, beside a legend of the bands that are drawn', async ({
	page
}) => {
	await page.goto('/changes?from=2026-06&to=2026-07');
	const moved = page.getByRole('region', { name: /^Moved in/ });
	await expect(moved.getByText(/^So that projects do not flicker/)).toBeVisible();
	await expect(
		moved
			.getByText('The score rose past 61, where Trial starts, so it moved from Assess to Trial.')
			.first()
	).toBeVisible();
	await expect(page.getByText(/^So that projects do not flicker/)).toHaveCount(1);
	await expect(page.getByText('The score alone')).toHaveCount(0);
});

test('tells who moved out for lack of data from those whose evidence got weaker', async ({
	page
}) => {
	await page.goto('/changes?from=2026-07&to=2026-08');
	await expect(
		page.getByText(/2 moved out \(because data is too old\), 33 moved by what is newly measured/)
	).toBeVisible();
	const lacking = page.getByRole('region', { name: 'Moved out: data too old, 2' });
	const names = lacking.getByRole('heading', { level: 3 });
	await expect(names).toHaveText(['Dify', 'Kubeflow Model Registry']);
	// Peers were counted for the first time: nobody's evidence got weaker.
	await expect(page.getByRole('region', { name: /^Moved out, / })).toHaveCount(0);
	const measured = page.getByRole('region', { name: 'Moved by what is newly measured, 33' });
	await expect(measured.getByRole('heading', { level: 3, name: 'Mem0' })).toBeVisible();
	await expect(page.getByText(/newly measured: use by others of the group/).first()).toBeVisible();
	await page.goto('/projects/dify?edition=2026-08');
	await expect(page.getByText('Moved out from Adopt because its data is too old')).toBeVisible();
	await expect(
		page.getByText('moved out because its data is too old, Adopt to Trial')
	).toBeVisible();
	await page.goto('/?edition=2026-08');
	await expect(
		page.getByRole('link', {
			name: /^Dify, Trial, AI Agent, score 75, moved out because its data is too old/
		})
	).toBeAttached();
});

test('the arc of a move that the data alone made is broken, and the legend says so', async ({
	page
}) => {
	await page.goto('/?edition=2026-08');
	/** Whether the arc beside a blip is drawn where it begins, and in its middle. */
	const drawnAt = (id: string) =>
		page.locator(`svg a[data-project="${id}"] path + path`).evaluate((arc: SVGPathElement) => {
			const { x, y } = arc.getPointAtLength(0);
			const end = arc.getPointAtLength(arc.getTotalLength());
			const blip = new DOMPoint().matrixTransform(
				(arc.parentElement?.firstElementChild as SVGPathElement).transform.baseVal.consolidate()
					?.matrix
			);
			const away = Math.hypot(x - blip.x, y - blip.y);
			const [midX, midY] = [(x + end.x) / 2 - blip.x, (y + end.y) / 2 - blip.y];
			const middle = new DOMPoint(
				blip.x + (midX * away) / Math.hypot(midX, midY),
				blip.y + (midY * away) / Math.hypot(midX, midY)
			);
			return { start: arc.isPointInStroke({ x, y }), middle: arc.isPointInStroke(middle) };
		});
	for (const id of ['dify', 'kubeflow-model-registry', 'mem0'])
		expect(await drawnAt(id), id).toEqual({ start: true, middle: false });
	expect(await drawnAt('agent-sandbox')).toEqual({ start: true, middle: true });
	await expect(page.getByText('Broken arc: only the data changed')).toBeVisible();
	await page.goto('/?edition=2024-08');
	await expect(page.locator('svg a[data-project="vllm"]')).toBeVisible();
	await expect(page.getByText('Broken arc')).toHaveCount(0);
});

test('other editions are a choice away, and back leads back', async ({ page }) => {
	await page.goto('/changes');
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'From' }).selectOption('2026-03');
	await expect(page).toHaveURL(/from=2026-03/);
	await expect(page.getByText('replaced its AI taxonomy')).toBeVisible();
	await page.goBack();
	await expect(page.getByText('replaced its AI taxonomy')).toBeHidden();
});

test('an edition with itself is nothing to compare', async ({ page }) => {
	await page.goto('/changes?from=2026-08&to=2026-08');
	await expect(page.getByText('Nothing to compare')).toBeVisible();
});

test('an unknown edition is not found', async ({ page }) => {
	const answer = await page.goto('/changes?from=1999-01');
	expect(answer?.status()).toBe(404);
});

testAccessible('/changes');
testAccessible('/changes?from=2025-08&to=2026-08');

test('the first edition says that none came before it', async ({ page }) => {
	await page.goto('/changes?to=2024-08');
	await expect(page.getByText('The first edition: there is none before it')).toBeVisible();
	await expect(page).toHaveTitle(/Changes, August 2024(?! to)/);
});
