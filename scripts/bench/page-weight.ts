/** Bytes with Brotli, nodes, shifts, blocking and first paint of every page. */
import type { Browser } from '@playwright/test';
import { withBrowser } from './browser.ts';
import { print } from './figure.ts';
import { loadPage, servedBlips, type PageLoad } from './page-load.ts';
import { startServer } from '../../tests/fixtures/built-server.ts';
import { PAGE_ADDRESSES } from '../../tests/fixtures/page-addresses.ts';

const FRONT = '(radar)';
const OTHER_PAGE_KB = 150;
/** Other processes only add to the cost, so the lowest counts. */
const LOADS = 5;

async function load(browser: Browser, url: string): Promise<PageLoad> {
	const loads = [await loadPage(browser, url)];
	while (loads.length < LOADS) loads.push(await loadPage(browser, url));
	const [first] = loads;
	return {
		...(first as PageLoad),
		shift: Math.max(...loads.map(({ shift }) => shift)),
		blocking: Math.min(...loads.map(({ blocking }) => blocking))
	};
}

function printLoading(name: string, { shift, blocking }: PageLoad): void {
	print({ what: `${name}: layout shift`, measured: shift, unit: 'CLS', target: 0 });
	print({
		what: `${name}: main thread blocked while loading, least of ${LOADS}`,
		measured: blocking,
		unit: 'ms',
		target: 100
	});
}

async function front(browser: Browser, url: string, name: string, kB: number, most: number) {
	const loaded = await load(browser, url);
	const { bytes, nodes, blips } = loaded;
	print({ what: `${name}: transferred in all`, measured: bytes / 1000, unit: 'kB', target: kB });
	print({ what: `${name}: DOM nodes`, measured: nodes, unit: 'nodes', target: most });
	printLoading(name, loaded);
	const served = new Set(await servedBlips(browser, url));
	print({
		what: `${name}: of ${blips.length} blips, moved after the first paint`,
		measured:
			blips.filter((blip) => !served.has(blip)).length + Math.abs(served.size - blips.length),
		unit: 'blips',
		target: 0
	});
}

await withBrowser(async (browser) => {
	const real = await startServer();
	try {
		await front(browser, real.origin, '/', 104, 1400);
		for (const [route, address] of Object.entries(PAGE_ADDRESSES)) {
			if (route === FRONT) continue;
			const loaded = await load(browser, `${real.origin}${address}`);
			print({
				what: `/${route}: transferred in all`,
				measured: loaded.bytes / 1000,
				unit: 'kB',
				target: OTHER_PAGE_KB
			});
			printLoading(`/${route}`, loaded);
		}
	} finally {
		await real.stop();
	}
	const large = await startServer(1000);
	try {
		await front(browser, large.origin, '/ with 1,000 projects', 140, 6000);
	} finally {
		await large.stop();
	}
});
