import { expect, test, type Page } from '@playwright/test';

/** What is drawn of the chart's own elements, in the order of the page: element by element, in what is painted. */
const PAINTED = [
	'fill',
	'fillOpacity',
	'stroke',
	'strokeWidth',
	'strokeLinecap',
	'opacity',
	'fontSize',
	'fontWeight',
	'letterSpacing',
	'textAnchor'
] as const;

/** Paths and texts under a root, with their shape and their paint; edges of texts left out. */
async function drawn(page: Page, root: string, path: string): Promise<string[]> {
	await page.goto(path);
	return page.locator(root).evaluate((svg, painted) => {
		const found = [];
		for (const element of svg.querySelectorAll('path, text')) {
			if (element.closest('.lit') || element.getAttribute('aria-hidden') === 'true') continue;
			if (element.getClientRects().length === 0) continue;
			const style = getComputedStyle(element);
			const link = element.closest('[data-project]');
			const isText = element.tagName === 'text';
			const paint = painted
				// The page paints the edge of a text with the text; the file has it as one of its own.
				.filter((name) => !(isText && name.startsWith('stroke')))
				.filter((name) => isText || !/^(font|letter|textAnchor)/.test(name))
				.filter((name) => style.fill !== 'none' || name !== 'fillOpacity')
				.filter((name) => style.stroke !== 'none' || !name.startsWith('stroke'))
				.map((name) => `${name} ${style[name]}`);
			found.push(
				[
					element.tagName,
					element.getAttribute('d') ?? element.textContent,
					element.getAttribute('x') ?? element.getAttribute('transform') ?? '',
					link === null ? '' : getComputedStyle(link).opacity,
					...paint
				].join(' | ')
			);
		}
		return found;
	}, PAINTED);
}

for (const theme of ['light', 'dark'] as const) {
	for (const view of ['', 'ring=adopt&ring=trial', 'segment=AI+Native+Infra', 'edition=2026-04']) {
		test(`the file is drawn as the page is, ${theme}, ?${view}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
			const onPage = await drawn(page, 'svg[role="group"]', `/?${view}`);
			expect(onPage.length).toBeGreaterThan(100);
			const inFile = await drawn(
				page,
				'svg > g[transform]:first-of-type',
				`/radar.svg?${view}&theme=${theme}`
			);
			expect(inFile).toEqual(onPage);
		});
	}
}
