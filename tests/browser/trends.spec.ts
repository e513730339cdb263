import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

test('draws the rings over time and marks where the taxonomy was replaced', async ({ page }) => {
	await page.goto('/trends');
	await expect(page.getByRole('img', { name: /^Rings through \d+ editions/ })).toBeVisible();
	await expect(page.getByText('Taxonomy replaced')).toBeVisible();
	await expect(
		page.getByRole('heading', {
			level: 2,
			name: /^Adopt’s share: \d+%(, as 2 years ago| to \d+% in 2 years)$/
		})
	).toBeVisible();
	// Across a change of taxonomy, shares come first.
	await expect(page.getByRole('link', { name: 'Shares' })).toHaveAttribute('aria-current', 'true');
	await page.getByRole('link', { name: 'Numbers' }).click();
	await expect(page).toHaveURL(/\?mix=count$/);
});

test('the rings of every edition are read by arrow keys and by listening', async ({ page }) => {
	await page.goto('/trends');
	await page.waitForLoadState('networkidle');
	const reader = page.getByRole('slider', { name: 'Rings by edition' });
	const caption = page.locator('figcaption').filter({ hasText: 'Not rated' });
	await reader.focus();
	await expect(caption).toContainText('August 2026');
	await page.keyboard.press('ArrowLeft');
	await expect(caption).toContainText('July 2026');
	await expect(reader).toHaveAttribute('aria-valuetext', /^July 2026: Adopt \d+, Trial \d+/);
	await page.keyboard.press('Home');
	await expect(caption).toContainText('August 2024');
	await page.keyboard.press('Tab');
	await expect(caption).toContainText('August 2026');
});

test('the activity of a segment is read edition by edition', async ({ page }) => {
	await page.goto('/trends');
	await page.waitForLoadState('networkidle');
	const reader = page.getByRole('slider', { name: 'Activity of Inference, by edition' });
	const figure = page.getByRole('figure').filter({ has: reader });
	const newest = await figure.locator('figcaption').innerText();
	await reader.focus();
	await page.keyboard.press('ArrowLeft');
	await expect(figure.locator('figcaption')).not.toHaveText(newest, { useInnerText: true });
	await expect(reader).toHaveAttribute(
		'aria-valuetext',
		/^\w+ 2026: the median project of \d+ had/
	);
});

test('risers and fallers look as far back as asked', async ({ page }) => {
	await page.goto('/trends');
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: '3 months' }).click();
	await expect(page).toHaveURL(/months=3/);
	await expect(page.getByText('Risers and fallers since May 2026')).toBeVisible();
});

test('what a score gained is what lies between the two that are shown', async ({ page }) => {
	await page.goto('/trends');
	const risers = page.getByRole('region', { name: / rose most/ }).getByRole('listitem');
	expect(await risers.count()).toBeGreaterThan(5);
	for (const text of await risers.allInnerTexts()) {
		const [was, is, delta] = (text.replaceAll('−', '-').match(/-?\d+\.\d/g) ?? []).map(Number);
		expect((was ?? 0) + (delta ?? NaN)).toBeCloseTo(is ?? NaN, 6);
	}
});

test('newcomers, the graveyard with alternatives, and activity are there', async ({ page }) => {
	await page.goto('/trends');
	await expect(page.getByRole('region', { name: 'Newcomers' })).toContainText('July 2026');
	const graveyard = page.getByRole('region', { name: 'Graveyard' });
	await expect(graveyard.getByRole('listitem').filter({ hasText: 'Alpa' })).toContainText(
		'Instead:'
	);
	await expect(page.getByRole('img', { name: /^Inference, .* commits in 90 days/ })).toBeVisible();
});

testAccessible('/trends');
testAccessible('/trends?mix=share&months=24');
