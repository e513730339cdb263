import { expect, test } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const partOf = (role: string) => `li[id="${role}"]`;

test('the header leads to all use cases, and one of them to its stack', async ({ page }) => {
	await page.goto('/table');
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Guide' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you want to do?');
	await expect(page.locator('main li a')).toHaveCount(22);
	await page.getByRole('link', { name: 'Answer questions over private documents' }).click();
	await expect(page).toHaveURL(/\/guide\/rag$/);
	await expect(page.getByRole('region', { name: 'In short' })).toContainText('weakest link');
	await expect(page.locator(partOf('vector-store'))).toContainText('Read in:');
});

test('a part says its ring, score and confidence, why it is there, and where that was read', async ({
	page
}) => {
	await page.goto('/guide/serve-llm?pin=vllm');
	const engine = page.locator(partOf('inference-engine'));
	await expect(engine).toContainText(/vLLM\s+(Adopt|Trial)\s+score \d+/);
	await expect(engine).toContainText(/confidence, \d+% known/);
	await expect(engine).toContainText('runs the model on the accelerator');
	await expect(engine.getByRole('link', { name: /^Is this wrong\?/ }).first()).toHaveAttribute(
		'href',
		/\/issues\/new\?title=Correct\+the\+guide/
	);
	await engine.locator('summary').click();
	await engine.getByRole('link', { name: 'Use SGLang instead' }).click();
	await expect(page).toHaveURL(/\?pin=sglang$/);
	await expect(engine).toContainText('you run it');
});

test('answers and requirements are in the address, and change the stack', async ({ page }) => {
	await page.goto('/guide/serve-llm');
	await page.getByLabel('How large is the largest model?').selectOption('Several machines');
	await expect(page).toHaveURL(/\?size=many$/);
	await expect(page.locator(partOf('pod-groups'))).toBeVisible();
	await page.getByText('Requirements for every part').click();
	await page.getByLabel('CNCF projects only').check();
	await expect(page).toHaveURL(/\?size=many&cncf=1$/);
	await expect(page.getByText(/A CNCF project or a part of one: \d+ projects fewer/)).toBeVisible();
	const shown = await page.locator('main').innerText();
	await page.reload();
	expect(await page.locator('main').innerText()).toBe(shown);
});

test('a question in words leads to a stack, with the next two use cases beside it', async ({
	page
}) => {
	await page.goto('/guide');
	await page
		.getByLabel('In your own words')
		.fill('untrusted code from an LLM, several teams, without kata containers');
	await page.getByRole('button', { name: 'Find a stack' }).click();
	await expect(page).toHaveURL(/\/guide\/agent-sandbox\?teams=several/);
	await expect(page.getByText('Or did you mean').getByRole('link')).toHaveCount(2);
	await page.getByText('Or did you mean').getByRole('link').first().click();
	await expect(page).not.toHaveURL(/agent-sandbox/);
	await expect(page.getByLabel('In your own words')).toHaveValue(/^untrusted code/);
});

test('a question that the guide knows nothing of is answered with all use cases', async ({
	page
}) => {
	await page.goto('/guide?q=best+pasta+recipe');
	await expect(page.getByRole('status')).toContainText('It knows these 22 use cases');
	await expect(page.locator('main li a')).toHaveCount(22);
});

test('the stack is shown on the radar', async ({ page }) => {
	await page.goto('/guide/vector-search');
	const parts = await page.locator('main ol .name').allInnerTexts();
	await page.getByRole('link', { name: 'Show on the radar' }).click();
	await expect(page).toHaveURL(/\/\?q=id%3A|\/\?q=id:/);
	await expect(page.getByRole('status').first()).toContainText(
		new RegExp(`^${new Set(parts).size} of`)
	);
});

test('a project’s page says what it is used for and what it fits', async ({ page }) => {
	await page.goto('/projects/kserve');
	await expect(page.getByRole('region', { name: 'Fits' })).toContainText('vLLM');
	const used = page.getByRole('region', { name: 'Used for' });
	await expect(used).toContainText('Serving platform');
	await used.getByRole('link', { name: 'Serve classic models' }).first().click();
	await expect(page).toHaveURL(/\/guide\/serve-predictive$/);
});

test('what is misspelt is left out, and the nearest word is named', async ({ page, request }) => {
	await page.goto('/guide/rag?where=cluser&pin=vlm&cncff=1');
	const notice = page.getByRole('status');
	await expect(notice).toContainText('Did you mean cluster?');
	await expect(notice).toContainText('Did you mean vLLM?');
	await expect(notice).toContainText('Did you mean cncf?');
	const answer = await request.get('/api/v1/guide/rag.json?pin=vlm');
	expect(answer.status()).toBe(400);
	const response = await page.goto('/guide/serve-lm');
	expect(response?.status()).toBe(404);
	await expect(page.locator('main')).toContainText('Did you mean serve-llm');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the form asks, the question finds, the stack is whole', async ({ page }) => {
		await page.goto('/guide');
		await page.getByLabel('In your own words').fill('share gpus between teams');
		await page.getByRole('button', { name: 'Find a stack' }).click();
		await expect(page).toHaveURL(/\/guide\/gpu-sharing/);
		await page.getByLabel('Where will it run?').selectOption('Several clusters or clouds');
		await page.getByText('Requirements for every part').click();
		await page.getByLabel('We already run').fill('Volcano');
		await page.getByRole('button', { name: 'Update' }).click();
		await expect(page).toHaveURL(/where=clusters/);
		await expect(page.locator('main ol')).toContainText('you run it');
	});
});

for (const [path, type] of [
	['/guide/rag.md?cncf=1', 'text/markdown'],
	['/guide/rag.mmd', 'text/plain'],
	['/api/v1/guide/rag.json', 'application/json'],
	['/api/v1/guide.schema.json', 'application/json'],
	['/api/v1/use-cases.json', 'application/json'],
	['/api/v1/editions/2026-08/guide.json', 'application/json']
] as const) {
	test(`${path} is open data of its type`, async ({ request }) => {
		const response = await request.get(path);
		expect(response.status()).toBe(200);
		expect(response.headers()['content-type']).toContain(type);
		expect(response.headers()['access-control-allow-origin']).toBe('*');
	});
}

testAccessible('/guide');
testAccessible('/guide/agents?where=clusters&teams=several&rules=regulated&pin=vllm&q=run+agents');
