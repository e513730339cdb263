import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const result = (page: Page) => page.getByRole('region', { name: 'Projects of your stack' });
const named = (page: Page) => result(page).getByRole('rowheader').allInnerTexts();
const file = (name: string, text: string) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});

/** Requests made since the page was there; a file that is read sends none but for the list of packages. */
function requests(page: Page): string[] {
	const seen: string[] = [];
	page.on('request', (request) => {
		if (request.method() !== 'GET' || !request.url().includes('/_app/')) {
			seen.push(`${request.method()} ${new URL(request.url()).pathname}`);
		}
	});
	return seen;
}

test('reads files of several kinds, those in hold first, and leads on', async ({ page }) => {
	await page.goto('/stack');
	await page.waitForLoadState('networkidle');
	const seen = requests(page);
	await page
		.getByLabel('Choose files')
		.setInputFiles([
			file('requirements.txt', 'vllm\nkubeflow-katib\nleft-pad\n'),
			file('docker-compose.yml', 'services:\n  q: { image: qdrant/qdrant }\n'),
			file('package.json', '{ "dependencies": {,} }')
		]);
	await expect(page.getByRole('alert')).toContainText('package.json, line 1: not valid JSON');
	await expect(page.getByRole('status')).toContainText('in 2 files');
	const names = await named(page);
	expect(names).toContain('vLLM');
	expect(names).toContain('Qdrant');
	expect(seen).toEqual(['GET /api/v1/packages.json']);

	await page.getByRole('link', { name: 'Show them on the radar' }).click();
	await expect(page).toHaveURL(/\?q=id/);
	await expect(page.locator('li[data-project="vllm"]:visible')).toHaveCount(1);
	await expect(page.locator('li[data-project]:visible')).toHaveCount(names.length);
});

test('reads pasted text and dropped files', async ({ page }) => {
	await page.goto('/stack');
	await page.getByLabel('Text of a file').fill('module own\nrequire k8s.io/client-go v0.31.0\n');
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('status')).toContainText('1 project of the radar');
	expect(await named(page)).toEqual(['Kubernetes']);
	const dropped = await page.evaluateHandle(() => {
		const data = new DataTransfer();
		data.items.add(new File(['vllm\n'], 'requirements.txt'));
		return data;
	});
	await page
		.getByRole('form', { name: 'Your files' })
		.dispatchEvent('drop', { dataTransfer: dropped });
	await expect.poll(() => named(page)).toEqual(['vLLM']);
});

test('tells what it takes when it is given something else', async ({ page }) => {
	await page.goto('/stack');
	await page.getByLabel('Text of a file').fill('Dear sir, I write to you.');
	await page.getByRole('button', { name: 'Read the text' }).click();
	await expect(page.getByRole('alert')).toContainText('is none of these: package.json');
	await expect(result(page)).toHaveCount(0);
});

test('a large SBOM does not stop the page', async ({ page }) => {
	const components = Array.from({ length: 45_000 }, (_, at) => ({
		type: 'library',
		name: `name-${at}`,
		'bom-ref': `pkg:npm/name-${at}@1.0.${at}`,
		purl: at === 20_000 ? 'pkg:pypi/vllm@0.6' : `pkg:npm/name-${at}@1.0.${at}`
	}));
	const text = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });
	expect(text.length).toBeGreaterThan(5_000_000);
	await page.goto('/stack');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Choose files').setInputFiles([file('sbom.json', text)]);
	await expect(page.getByRole('status')).toContainText('1 project of the radar in 1 file');
	await expect(page.getByRole('status')).toContainText('44,999 other names');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the page names the command line', async ({ page }) => {
		const answer = await page.goto('/stack');
		// The browser's parser takes this for text while scripts are only switched off.
		expect(await answer?.text()).toMatch(/<noscript>.*npm run radar -- stack FILE/s);
		await expect(page.getByLabel('Text of a file')).toBeHidden();
	});
});

testAccessible('/stack');
