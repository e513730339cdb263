import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tests/browser/chromium.ts';

const LIMIT_MS = 10 * 60_000;
export const DESKTOP = { width: 1440, height: 900 };

/** Always closes the browser. `flags`: added to those of the tests. */
export async function withBrowser(
	run: (browser: Browser) => Promise<void>,
	flags: readonly string[] = []
): Promise<void> {
	const browser = await chromium.launch({
		executablePath: await findChromium(),
		args: [...CHROMIUM_FLAGS, ...flags]
	});
	const limit = setTimeout(() => {
		console.error('Stopped: longer than ten minutes.');
		void browser.close();
	}, LIMIT_MS);
	try {
		await run(browser);
	} finally {
		clearTimeout(limit);
		await browser.close();
	}
}

/** Loads without cache and waits until the network is idle. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: DESKTOP });
	const page = await context.newPage();
	await page.goto(url, { waitUntil: 'networkidle' });
	return page;
}
