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

/** Colours that are still on their way have less contrast. */
export async function useTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
	await page.emulateMedia({ colorScheme });
	await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** The rules that a theme can change. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Both themes at both sizes: nothing that axe objects to, no rule switched off, and no side scrolling. */
export function testAccessible(path: string): void {
	for (const viewport of SIZES) {
		test.describe(`${path}, ${viewport.width} px`, () => {
			test.use({ colorScheme: 'light', viewport });

			test('has nothing that axe objects to in either theme, and no side scrolling', async ({
				page
			}) => {
				await page.goto(path);
				await page.waitForLoadState('networkidle');
				const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
				const light = await ink();
				await expectNoViolation(page);
				await useTheme(page, 'dark');
				expect(await ink()).not.toBe(light);
				await expectNoViolation(page, { rules: OF_COLOURS });
				expect(await sidewaysScroll(page)).toBe(0);
			});
		});
	}
}

/**
 * Expects nothing that axe objects to: in the whole page, or the part that `selector` names; by every rule, or by `rules`.
 * What is right is not reported: written out for a long page it takes six times as long as the check itself, and
 * the mode for several windows twice as long again.
 */
export async function expectNoViolation(
	page: Page,
	{ selector, rules }: { selector?: string; rules?: string[] } = {}
): Promise<void> {
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	if (selector !== undefined) axe.include(selector);
	if (rules !== undefined) axe.withRules(rules);
	const { violations } = await axe.analyze();
	expect(
		violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target)])
	).toEqual([]);
}
