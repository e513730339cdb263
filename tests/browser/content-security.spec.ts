import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { PAGE_ADDRESSES, pageRoutes } from '../fixtures/page-addresses.ts';

/** Needs a language model: tests/browser/guide-model.spec.ts sets one up. */
const WITH_MODEL = 'guide/[id]/explained';
const PAGES = pageRoutes().filter((name) => name !== WITH_MODEL);

/** What the page's policy refused, since the page began. */
async function refusals(page: Page): Promise<string[]> {
	const refused: string[] = [];
	await page.exposeFunction('tellRefusal', (what: string) => refused.push(what));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			const { violatedDirective, blockedURI, sample, sourceFile } = event;
			void Reflect.get(
				globalThis,
				'tellRefusal'
			)([violatedDirective, blockedURI, sample, sourceFile].join(' '));
		});
	});
	return refused;
}

for (const name of PAGES) {
	test(`the policy refuses nothing of ${name}`, async ({ page }) => {
		const address = PAGE_ADDRESSES[name] ?? '';
		expect(address, 'an address of the page, in tests/fixtures/page-addresses.ts').not.toBe('');
		const refused = await refusals(page);
		const answer = await page.goto(address);
		expect(answer?.status()).toBe(200);
		const ancestors = name === 'embed' ? '\\*' : "'none'";
		expect(answer?.headers()['content-security-policy']).toMatch(
			new RegExp(`default-src 'none'.*script-src 'self' 'sha256.*frame-ancestors ${ancestors}`)
		);
		await page.waitForLoadState('networkidle');
		expect(refused).toEqual([]);
	});
}

test('nor of what opens and moves on the radar, and of an error', async ({ page }) => {
	const refused = await refusals(page);
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.type('milvus');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/milvus/);
	await page.goto('/?project=vllm');
	await expect(page.getByRole('heading', { name: 'vLLM' }).first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: 'Table', exact: true }).first().click();
	await expect(page).toHaveURL(/table/);
	await page.goto('/no/such/page');
	await page.waitForLoadState('networkidle');
	expect(refused).toEqual([]);
});

test('the policy refuses what is injected, and so this can fail', async ({ page }) => {
	const refused = await refusals(page);
	await page.goto('/about');
	await page.evaluate(() => {
		const script = document.createElement('script');
		try {
			script.textContent = 'document.title = "injected"';
		} catch {
			// Trusted types refuse it before the policy of scripts does.
		}
		document.head.append(script);
		document.head.append(
			Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })
		);
	});
	await expect.poll(() => refused.length).toBeGreaterThanOrEqual(2);
	expect(await page.title()).not.toBe('injected');
});

test.describe('another site', () => {
	let elsewhere: Server;
	let body = '';
	let headers = {};

	test.beforeEach(async () => {
		elsewhere = createServer((_, response) =>
			response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
		).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
	});
	test.afterEach(() => void elsewhere.close());
	const address = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

	test('can show a badge and read open data', async ({ page, baseURL }) => {
		headers = { 'cross-origin-embedder-policy': 'require-corp' };
		body = `<img src="${baseURL}/projects/vllm/badge.svg">`;
		await page.goto(address());
		const width = () =>
			page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
		await expect.poll(width).toBeGreaterThan(0);
		const edition = await page.evaluate(
			async (file) => (await (await fetch(file)).json()).edition.id,
			`${baseURL}/api/v1/radar.json`
		);
		expect(edition).toBe('2026-08');
	});

	test('cannot put a page into a frame', async ({ page, baseURL }) => {
		headers = {};
		body = `<iframe src="${baseURL}/about"></iframe>`;
		await page.goto(address());
		await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
	});
});
