import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { serveBuild, type RunningServer } from '../fixtures/built-server.ts';
import { expectNoViolation, testAccessible, useTheme } from './accessible.ts';

const expectAccessible = async (page: Page) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await useTheme(page, colorScheme);
		await expectNoViolation(page);
	}
};

test('an address that leads nowhere says so and searches the radar', async ({ page }) => {
	const answer = await page.goto('/no/such/page');
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not on the radar');
	await expect(page.getByText('There is no such page.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'The newest radar' })).toBeVisible();
	await page.getByRole('searchbox').fill('milvus');
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await expect(page).toHaveURL(/\/\?q=milvus$/);
});

testAccessible('/no/such/page');

test('an address that was cut off says so, not that the radar is broken', async ({ page }) => {
	const answer = await page.goto('/projects/%E0%A4%A');
	expect(answer?.status()).toBe(400);
	await expect(page.getByText('This address cannot be read.')).toBeVisible();
	await expect(page.getByText('Try again')).toHaveCount(0);
});

test('a data address that leads nowhere says what there is not, and blames no database', async ({
	page
}) => {
	const answer = await page.goto('/radar.svg?edition=foo');
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not on the radar');
	await expect(page.getByText('There is no edition foo.')).toBeVisible();
	await expect(page.getByText('npm run seed')).toBeHidden();
	await expectAccessible(page);
});

test.describe('when the database', () => {
	let folder: string;
	let server: RunningServer | undefined;

	test.beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'radar-errors-'));
	});
	test.afterEach(async () => {
		await server?.stop();
		rmSync(folder, { recursive: true });
	});

	test('is missing, every page says so, what to do, and leads on', async ({ page }) => {
		server = await serveBuild(join(folder, 'none.db'), 'ignore');
		const answer = await page.goto(`${server.origin}/trends`);
		expect(answer?.status()).toBe(503);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('The radar is not there');
		await expect(page.getByText('npm run seed')).toBeVisible();
		await expect(page.getByRole('link', { name: 'load this page anew' })).toBeVisible();
		await expectAccessible(page);
	});

	test('lacks a part, the page that needs it says so, and the others go on', async ({ page }) => {
		const path = join(folder, 'broken.db');
		const whole = new Sqlite('.cache/browser-tests.db', { readonly: true });
		whole.prepare('VACUUM INTO ?').run(path);
		whole.close();
		const broken = new Sqlite(path);
		broken.exec('DROP TABLE landscape_place');
		broken.close();
		server = await serveBuild(path, 'ignore');
		const answer = await page.goto(`${server.origin}/landscape`);
		expect(answer?.status()).toBe(500);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong');
		await expect(page.getByText('Try again in a moment')).toBeVisible();
		await expectAccessible(page);
		await page.getByRole('link', { name: 'All projects in a table' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('All projects');
	});
});

// A search that finds nothing, a zoomed segment, a project that is not rated, a choice not yet made.
testAccessible('/?q=qqqqqqqq');
testAccessible('/?segment=Data');
testAccessible('/projects/kubernetes');
testAccessible('/what-if');
