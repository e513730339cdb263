import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { serveBuild, type RunningServer } from '../fixtures/built-server.ts';
import { fails, saysJson, startModelServer, type ModelServer } from '../language-model/stand-in.ts';
import { expectNoViolation, sidewaysScroll } from './accessible.ts';

const KEY = 'sk-secret-0123456789';
const HELD = { sentences: ['vLLM [vllm] serves as the inference engine.'] };
// One server for all, whose model behaves as the test at hand says.
test.describe.configure({ mode: 'default' });

let folder: string;
let model: ModelServer;
let served: RunningServer;
let host: string;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'radar-guide-model-'));
	const path = join(folder, 'radar.db');
	const db = openForWriting(path);
	seedDatabase(db, readDataFolder('data'));
	db.$client.close();
	model = await startModelServer();
	host = new URL(model.url).host;
	served = await serveBuild(path, 'inherit', {
		RADAR_LLM_URL: model.url,
		RADAR_LLM_MODEL: 'made-up',
		RADAR_LLM_KEY: KEY
	});
});
test.afterAll(async () => {
	await served.stop();
	await model.stop();
	rmSync(folder, { recursive: true });
});
test.beforeEach(() => {
	model.requests.length = 0;
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('nothing is sent before the visitor asks; then what holds is told, with links', async ({
		page
	}) => {
		await page.goto(`${served.origin}/guide/serve-llm?pin=vllm`);
		await expect(page.getByText(`Sends this stack to made-up at ${host}`)).toBeVisible();
		expect(model.requests).toHaveLength(0);
		model.behave(
			saysJson({ sentences: [...HELD.sentences, 'Redis [redis] has 48,000 stars.', 'Buy now.'] })
		);
		await page.getByRole('button', { name: 'Ask the model to explain it' }).click();
		const told = page.getByRole('region', { name: 'In the model’s words' });
		await expect(told).toContainText('vLLM serves as the inference engine.');
		await expect(told).toContainText(`Written by made-up at ${host}`);
		await expect(told).toContainText('2 sentences left out');
		await expect(told).not.toContainText('Redis');
		await expect(told.getByRole('link', { name: 'vLLM' })).toHaveAttribute(
			'href',
			/projects\/vllm$/
		);
		expect(model.requests).toHaveLength(1);
		expect(await page.content()).not.toContain(KEY);
		await page.getByRole('link', { name: 'The whole stack' }).click();
		await expect(page).toHaveURL(/\/guide\/serve-llm\?pin=vllm$/);
	});

	test('a question is read by the model where it is asked, and by rule where it is not', async ({
		page
	}) => {
		await page.goto(`${served.origin}/guide`);
		await page.getByLabel('In your own words').fill('answers from our own documents');
		await page.getByRole('button', { name: 'Find a stack' }).click();
		await expect(page).toHaveURL(/\/guide\/rag\?/);
		expect(model.requests).toHaveLength(0);
		await page.goto(`${served.origin}/guide`);
		await expect(page.getByText(`sends your question to made-up at ${host}`)).toBeVisible();
		model.behave(
			saysJson({ useCase: 'agents', answers: [{ question: 'where', option: 'machine' }] })
		);
		await page.getByLabel('In your own words').fill('answers from our own documents');
		await page.getByRole('button', { name: 'Ask the model' }).click();
		await expect(page).toHaveURL(/\/guide\/agents\?where=machine.*q=answers/);
		await expect(page.getByText('Or did you mean')).toBeVisible();
		expect(model.requests).toHaveLength(1);
	});

	test('a model that fails leaves the stack, and a sentence', async ({ page }) => {
		model.behave(fails(401, {}, 'Incorrect API key provided'));
		await page.goto(`${served.origin}/guide/rag`);
		await page.getByRole('button', { name: 'Ask the model to explain it' }).click();
		await expect(page.getByRole('status')).toContainText('The model did not answer.');
		await expect(page.getByRole('region', { name: 'Without the model' })).toContainText('weakest');
		expect(await page.content()).not.toContain(KEY);
	});
});

test('another site cannot spend the budget', async ({ request }) => {
	for (const path of ['/guide/rag/explained', '/guide/ask', '/api/v1/guide/rag/explained.json']) {
		const sent = await request.post(`${served.origin}${path}`, {
			form: { q: 'x' },
			headers: { origin: 'https://evil.example' }
		});
		expect(sent.status()).toBe(403);
	}
	expect(model.requests).toHaveLength(0);
});

test('the same is open data for programs', async ({ request }) => {
	model.behave(saysJson({ sentences: [...HELD.sentences, 'Redis [redis] is best.'] }));
	const address = `${served.origin}/api/v1/guide/serve-llm/explained.json?pin=vllm,kueue`;
	expect(await (await request.post(address)).json()).toEqual({
		by: { host, model: 'made-up' },
		problem: null,
		sentences: ['vLLM serves as the inference engine.'],
		dropped: ['project']
	});
});

test('axe finds nothing in it, and a phone need not scroll sideways', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	model.behave(saysJson(HELD));
	await page.goto(`${served.origin}/guide/serve-llm?pin=vllm&where=cluster`);
	await expectNoViolation(page, { selector: '#short' });
	await page.getByRole('button', { name: 'Ask the model to explain it' }).click();
	await page.getByRole('region', { name: 'In the model’s words' }).waitFor();
	await expectNoViolation(page);
	expect(await sidewaysScroll(page)).toBe(0);
});

test('without a model there is no button, and no page for it', async ({ page, request }) => {
	await page.goto('/guide/rag');
	await expect(page.getByRole('button', { name: /model/ })).toHaveCount(0);
	expect((await request.get('/guide/rag/explained')).status()).toBe(404);
	expect((await request.post('/api/v1/guide/rag/explained.json')).status()).toBe(404);
});

test('wrong settings stop the start with the variable, and no key', () => {
	const started = spawnSync(process.execPath, ['build/index.js'], {
		env: { ...process.env, HOST: '127.0.0.1', PORT: '1', RADAR_LLM_KEY: KEY, RADAR_LLM_MODEL: 'm' },
		encoding: 'utf8'
	});
	expect(started.status).toBe(2);
	expect(started.stderr).toContain('RADAR_LLM_URL is missing');
	expect(started.stderr + started.stdout).not.toContain(KEY);
});
