import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
] as const;

/** Both themes at both sizes: nothing that axe objects to, no rule switched off, and no side scrolling. */
export function testAccessible(path: string): void {
	for (const colorScheme of ['light', 'dark'] as const) {
		for (const viewport of SIZES) {
			test.describe(`${path}, ${colorScheme}, ${viewport.width} px`, () => {
				test.use({ colorScheme, viewport });

				test('has nothing that axe objects to, and no side scrolling', async ({ page }) => {
					// Axe looks at every colour of a long page.
					test.slow();
					await page.goto(path);
					await page.waitForLoadState('networkidle');
					const { violations } = await new AxeBuilder({ page }).analyze();
					expect(
						violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target)])
					).toEqual([]);
					const overflow = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(overflow).toBeLessThanOrEqual(0);
				});
			});
		}
	}
}
