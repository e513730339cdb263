import type { Browser, BrowserContext, Page } from '@playwright/test';
import { DESKTOP } from './browser.ts';
import { traced } from './trace.ts';

export interface PageLoad {
	/** Compressed, with headers. */
	bytes: number;
	nodes: number;
	/** Cumulative layout shift. */
	shift: number;
	/** Processor milliseconds beyond the first 50 of every task. */
	blocking: number;
	/** Position and size of each drawn blip. */
	blips: string[];
}

async function inNewContext<T>(
	browser: Browser,
	javaScriptEnabled: boolean,
	run: (page: Page, context: BrowserContext) => Promise<T>
): Promise<T> {
	const context = await browser.newContext({
		viewport: DESKTOP,
		javaScriptEnabled,
		// Without TLS Chromium offers no Brotli by itself.
		extraHTTPHeaders: { 'accept-encoding': 'gzip, br' }
	});
	try {
		return await run(await context.newPage(), context);
	} finally {
		await context.close();
	}
}

/** Loads without cache until the network is idle. */
export const loadPage = (browser: Browser, url: string): Promise<PageLoad> =>
	inNewContext(browser, true, async (page, context) => {
		const cdp = await context.newCDPSession(page);
		let bytes = 0;
		cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
		await cdp.send('Network.enable');
		const thread = await traced(page, async () => {
			await page.goto(url, { waitUntil: 'networkidle' });
		});
		return {
			bytes,
			nodes: await page.locator('*').count(),
			shift: await page.evaluate(layoutShift),
			blocking: thread.blocking(),
			blips: await blipBoxes(page)
		};
	});

/** Blips in the served HTML, before any script. */
export const servedBlips = (browser: Browser, url: string): Promise<string[]> =>
	inNewContext(browser, false, async (page) => {
		await page.goto(url, { waitUntil: 'networkidle' });
		return blipBoxes(page);
	});

const blipBoxes = (page: Page): Promise<string[]> =>
	page.locator('a[data-project][data-ring]').evaluateAll((blips) =>
		blips.map((blip) => {
			const { x, y, width, height } = blip.getBoundingClientRect();
			return [(blip as SVGElement).dataset.project, x, y, width, height].join(' ');
		})
	);

/** Runs in the page. */
const layoutShift = () =>
	new Promise<number>((resolve) => {
		let shift = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
		// Buffered entries arrive within two frames.
		requestAnimationFrame(() => requestAnimationFrame(() => resolve(shift)));
	});
