import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const CSV = `name,ring,quadrant,isNew,status,description
vLLM,Hold,Tools,FALSE,No Change,
KServe,Adopt,Platforms,FALSE,No Change,
Kubernetes,Adopt,Platforms,FALSE,No Change,
Excel,Adopt,Tools,FALSE,No Change,
`;

test('tells agreements, differences, who is missing and who is elsewhere', async ({ page }) => {
	await page.goto('/your-radar');
	await page
		.getByLabel('Choose files')
		.setInputFiles([{ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }]);
	await expect(page.getByRole('status')).toContainText(
		'3 projects of ours.csv stand on both radars: 1 in the same ring, 1 in another.'
	);
	await expect(section(page, 'Different rings').first()).toContainText('3 rings farther out');
	await expect(section(page, 'The same ring')).toContainText('KServe');
	await expect(section(page, 'Not comparable').first()).toContainText('Kubernetes');
	await expect(section(page, 'Missing on yours')).toContainText('Milvus');
	await expect(section(page, 'Only on yours')).toContainText('Excel');
});

test('takes our own export back, whole', async ({ page, request }) => {
	const text = await (await request.get('/api/v1/zalando.json')).text();
	await page.goto('/your-radar');
	await page.getByLabel('Text of a file').fill(text);
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('status')).toContainText('0 in another');
	await expect(section(page, 'Only on yours')).toHaveCount(0);
	await expect(section(page, 'Missing on yours')).toHaveCount(0);
});

test('says what cannot be read, and where', async ({ page }) => {
	await page.goto('/your-radar');
	await page.getByLabel('Text of a file').fill('name,ring\nvLLM,Adopt\n');
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('alert')).toContainText('line 1');
	await expect(page.getByRole('alert')).toContainText('the header lacks quadrant');
});

testAccessible('/your-radar');
