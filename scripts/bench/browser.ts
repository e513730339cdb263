import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tests/browser/chromium.ts';

/** No part runs longer. */
const LIMIT_MS = 10 * 60_000;
export const DESKTOP = { width: 1440, height: 900 };

/** Runs something with a real Chromium, which is gone afterwards, however it ends. `flags`: beside those of the tests. */
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

/** Opens an address as a first visitor does, without cache, and waits until nothing is on its way any more. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: DESKTOP });
	const page = await context.newPage();
	await page.goto(url, { waitUntil: 'networkidle' });
	return page;
}
