/**
 * Cost of each letter, filter and hover, with the real projects and 1,000 synthetic ones.
 * Main-thread figures are processor time; time to paint is wall-clock time and needs a quiet machine.
 */
import type { Browser, Page } from '@playwright/test';
import { openPage, withBrowser } from './browser.ts';
import { percentile, print } from './figure.ts';
import { traced, type MainThread } from './trace.ts';
import { startServer } from '../../tests/fixtures/built-server.ts';

/** Pace of a fast typist. */
const LETTER_MS = 130;
/** Long enough for all effects of an action. */
const REST_MS = 600;
const CLEAR = 'Escape';
const THROTTLED = 4;
const PLAYED_MS = 6000;
const HOVERS = 40;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function printSpread(what: string, numbers: readonly number[], target: number): void {
	const of = `of ${numbers.length}`;
	print({ what: `${what}, p95 ${of}`, measured: percentile(numbers, 0.95), unit: 'ms', target });
	print({ what: `${what}, most`, measured: Math.max(...numbers), unit: 'ms', target });
}

/** Typical searches: two project names, one misspelt, a box, a prefix. */
async function wordsOf(page: Page): Promise<string[]> {
	const names = await page
		.locator('li[data-project] a')
		.evaluateAll((links) => links.map((link) => link.textContent.trim().toLowerCase()));
	const [first = '', second = ''] = names.filter((name) => name.length >= 6);
	const misspelt = second.slice(0, 3) + second.slice(4, 7);
	return [first.slice(0, 8), misspelt, 'vectr datab', 'ring:adopt'];
}

/** On freshly loaded pages. */
async function search(browser: Browser, url: string) {
	const busy: number[] = [];
	const painted: number[] = [];
	const first = await openPage(browser, url);
	const words = await wordsOf(first);
	await first.context().close();
	for (const word of words) {
		const page = await openPage(browser, url);
		await page.keyboard.press('/');
		await wait(LETTER_MS);
		const thread = await traced(page, async () => {
			for (const letter of word) {
				await page.keyboard.press(letter === ' ' ? 'Space' : letter);
				await wait(LETTER_MS);
			}
			await wait(REST_MS);
			await page.keyboard.press(CLEAR);
			await wait(REST_MS);
		});
		// The frame for "/" can still be pending when the trace begins.
		const keys = thread.keystrokes.slice(-word.length - 1);
		for (const { at, shown } of keys) {
			busy.push(thread.busy(at, at + 1000 * LETTER_MS));
			painted.push((shown - at) / 1000);
		}
		await page.context().close();
	}
	return { busy, painted };
}

/** Includes the address update. */
async function filter(browser: Browser, url: string): Promise<number[]> {
	const page = await openPage(browser, url);
	const boxes = page.locator('#filters > fieldset label');
	const count = await boxes.count();
	const busy: number[] = [];
	for (let at = 0; at < count; at++) {
		for (const thread of [await clicked(page, at), await clicked(page, at)]) {
			busy.push(thread.busy());
		}
	}
	await page.context().close();
	return busy;
}

/** Clicks by mouse only, since locators run scripts in the page. */
async function clicked(page: Page, at: number): Promise<MainThread> {
	const label = page.locator('#filters > fieldset label').nth(at);
	await label.scrollIntoViewIfNeeded();
	const { x, y, height } = (await label.boundingBox()) ?? { x: 0, y: 0, height: 0 };
	return traced(page, async () => {
		await page.mouse.click(x + height / 2, y + height / 2);
		await wait(REST_MS);
	});
}

async function hover(browser: Browser, url: string): Promise<number[]> {
	const page = await openPage(browser, url);
	const places = await page.locator('a[data-project][data-ring]').evaluateAll((blips) =>
		blips.map((blip) => {
			const { x, y, width, height } = blip.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		})
	);
	const step = Math.max(1, Math.floor(places.length / HOVERS));
	const times: number[] = [];
	for (let at = 0; at < places.length; at += step) {
		const { x, y } = places[at] ?? { x: 0, y: 0 };
		// Listens before the pointer moves; otherwise it waits for ever.
		const listening = await page.evaluateHandle(listenForLight);
		await page.mouse.move(x, y);
		times.push(await listening.evaluate(({ lit }) => lit));
		await page.mouse.move(0, 0);
		await wait(50);
	}
	await page.context().close();
	return times;
}

/** Runs in the page. */
const listenForLight = () => ({
	lit: new Promise<number>((resolve) => {
		addEventListener(
			'pointermove',
			() => {
				const from = performance.now();
				// First task after the frame of the pointer move.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - from);
					port2.postMessage(null);
				});
			},
			{ capture: true, once: true }
		);
	})
});

/** Frames per second while editions play on a four times slower machine. */
async function play(browser: Browser, url: string): Promise<number> {
	const page = await openPage(browser, url);
	const cdp = await page.context().newCDPSession(page);
	await page.locator('[data-slider]').focus();
	await page.waitForLoadState('networkidle');
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED });
	await page.getByRole('button', { name: 'Play the editions' }).click();
	await page.locator('[data-moment]').waitFor();
	const frames = await page.evaluate(framesWithin, PLAYED_MS);
	await page.context().close();
	return frames / (PLAYED_MS / 1000);
}

/** Runs in the page. */
const framesWithin = (ms: number) =>
	new Promise<number>((resolve) => {
		const scene = document.querySelector<SVGElement>('[data-moment]');
		const until = performance.now() + ms;
		let frames = 0;
		requestAnimationFrame(function next() {
			if (scene?.isConnected) frames++;
			if (performance.now() < until) requestAnimationFrame(next);
			else resolve(frames);
		});
	});

/** In ms. */
interface Budget {
	letter: number;
	filter: number;
	hover: number;
}

async function measure(
	browser: Browser,
	projects: number | null,
	name: string,
	{ letter, filter: choice, hover: highlight }: Budget
) {
	const server = await startServer(projects);
	try {
		const { busy, painted } = await search(browser, server.origin);
		printSpread(`${name}: main thread of a letter searched for`, busy, letter);
		printSpread(`${name}: letter to paint`, painted, letter);
		const filtered = await filter(browser, server.origin);
		printSpread(`${name}: main thread of a filter, with its address`, filtered, choice);
		printSpread(`${name}: hover to highlight`, await hover(browser, server.origin), highlight);
		if (projects !== null) return;
		print({
			what: `${name}: editions played, processor ${THROTTLED} times slower`,
			measured: await play(browser, server.origin),
			unit: 'fps',
			target: 50,
			atLeast: true
		});
	} finally {
		await server.stop();
	}
}

await withBrowser(async (browser) => {
	await measure(browser, null, '/', { letter: 50, filter: 100, hover: 16 });
	await measure(browser, 1000, '/ with 1,000 projects', { letter: 100, filter: 200, hover: 32 });
});
