import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
] as const;

/** How far a page can be scrolled sideways, in pixels; the reserved gutter of the scroll bar aside. */
export const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => {
		scrollTo(10_000, scrollY);
		return scrollX;
	});

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
					expect(await sidewaysScroll(page)).toBe(0);
				});
			});
		}
	}
}
