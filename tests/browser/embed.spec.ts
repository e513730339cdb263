import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const blips = (page: Page) => page.locator('a[data-project]');

test.describe('inside another site', () => {
	let elsewhere: Server;
	let body = '';
	test.beforeEach(async () => {
		elsewhere = createServer((_, response) =>
			response.writeHead(200, { 'content-type': 'text/html' }).end(body)
		).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
	});
	test.afterEach(() => void elsewhere.close());

	test('shows the radar, sets no cookie, runs no script, and links lead out of the frame', async ({
		page,
		baseURL,
		context
	}) => {
		body = `<iframe src="${baseURL}/embed?ring=adopt&theme=dark" width="600" height="660"></iframe>`;
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'script') scripts.push(request.url());
		});
		await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
		const frame = page.frameLocator('iframe');
		await expect(frame.locator('a[data-project="vllm"]')).toHaveAttribute('data-ring', 'adopt');
		await expect(frame.getByText(/\d+ of 188 projects/)).toBeVisible();
		await expect(frame.locator('.embed')).toHaveCSS('background-color', 'rgb(16, 18, 20)');
		expect(scripts).toEqual([]);
		expect(await context.cookies()).toEqual([]);
		const opened = context.waitForEvent('page');
		await frame.getByRole('link', { name: /August 2026/ }).click();
		await expect(await opened).toHaveURL(/\/\?ring=adopt$/);
	});
});

test('a segment, a search, no names, an old edition', async ({ page }) => {
	await page.goto('/embed?segment=Inference');
	expect(await blips(page).count()).toBeGreaterThan(5);
	await expect(page.locator('a[data-project="vllm"]')).toHaveCount(1);
	await expect(page.locator('a[data-project="langchain"]')).toHaveCount(0);
	await expect(page.locator('svg .names').first()).toBeAttached();
	await page.goto('/embed?q=id:vllm,kserve&names=off&edition=2025-06&size=400');
	await expect(page.getByText('June 2025')).toBeVisible();
	await expect(page.getByText('2 of')).toBeVisible();
	await expect(page.locator('svg .names')).toHaveCount(0);
	expect(await page.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width)).toBe(400);
});

test('a card of a project, of one that left, and of none', async ({ page }) => {
	await page.goto('/embed?project=vllm');
	await expect(page.getByRole('heading', { name: 'vLLM' })).toBeVisible();
	await expect(page.getByText('vLLM scores')).toBeVisible();
	await page.goto('/embed?project=alpa');
	await expect(page.getByText('It left the radar in')).toBeVisible();
	const answer = await page.goto('/embed?project=nope');
	expect(answer?.status()).toBe(404);
	await expect(page.getByText('There is no project “nope”')).toBeVisible();
});

test('tells what it does not know', async ({ page }) => {
	await page.goto('/embed?ring=adop&theme=red');
	await expect(page.getByText('“ring=adop” is not known')).toBeVisible();
	await expect(page.getByText('“theme=red” is not known')).toBeVisible();
});

testAccessible('/embed?segment=Training');
testAccessible('/embed?project=vllm');
