import { expect, test, type Page } from '@playwright/test';
import { testAccessible } from './accessible.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Edition' });
const heading = (page: Page) => page.getByText(/^Data up to /);
const chart = (page: Page) => page.getByRole('group', { name: /^Radar of/ });
const scene = (page: Page) => page.locator('[data-moment]');

async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
}

/** Goes to the slider, and waits until all that it slides through is here. */
async function focusLoaded(page: Page): Promise<void> {
	const loaded = page.waitForEvent('requestfinished', (request) =>
		request.url().endsWith('/history.json')
	);
	await slider(page).focus();
	await loaded;
}

/** Every moment that is drawn until the scene is gone again. */
const watchMoments = (page: Page) =>
	page.evaluate(() => {
		const moments: string[] = [];
		Object.assign(window, { moments });
		new MutationObserver(() => {
			const moment = document.querySelector<SVGElement>('[data-moment]')?.dataset.moment;
			if (moment !== undefined && moments.at(-1) !== moment) moments.push(moment);
		}).observe(document.body, {
			subtree: true,
			childList: true,
			attributes: true,
			attributeFilter: ['data-moment']
		});
	});
const moments = (page: Page) =>
	page.evaluate(() => (window as unknown as { moments: string[] }).moments.map(Number));

test('arrow keys slide to another edition, the address follows and "back" leads back', async ({
	page
}) => {
	await open(page);
	const before = await chart(page).locator('a[data-project]').count();
	await slider(page).focus();
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'August 2026');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'June 2026');
	await expect(page.getByRole('combobox', { name: 'Edition' })).toHaveValue('2026-06');
	await expect(page).toHaveURL(/\?edition=2026-06$/);
	await expect(heading(page)).toHaveText('Data up to 30 June 2026.');
	await expect(slider(page)).toBeFocused();
	await expect(scene(page)).toHaveCount(0);
	expect(await chart(page).locator('a[data-project]').count()).not.toBe(before);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await expect(heading(page)).toHaveText('Data up to 31 August 2026.');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'August 2026');
	await page.goForward();
	await expect(heading(page)).toHaveText('Data up to 30 June 2026.');
	await page.getByRole('link', { name: 'Back to August 2026' }).click();
	await expect(heading(page)).toHaveText('Data up to 31 August 2026.');
	await expect(page.getByRole('link', { name: 'Back to August 2026' })).toHaveCount(0);
});

test('blips glide while it slides, and no edition is asked for before it rests', async ({
	page
}) => {
	await open(page);
	await focusLoaded(page);
	await watchMoments(page);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/\?edition=2026-03$/);
	await expect(scene(page)).toHaveCount(0);
	const drawn = await moments(page);
	expect(drawn.some((moment) => !Number.isInteger(moment))).toBe(true);
	expect(drawn.at(-1)).toBe(19);
	expect(asked.filter((url) => url.includes('__data.json'))).toHaveLength(1);
});

/** Slides to July and lets the slider rest, with time stopped while blips are still on their way. */
async function slideAndRest(page: Page): Promise<void> {
	await page.clock.install({ time: '2026-09-01' });
	await open(page);
	await focusLoaded(page);
	await page.clock.pauseAt('2026-09-02');
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByText('List as of 31 August 2026.')).toBeVisible();
	await page.clock.runFor(300);
}

test('the page follows as soon as the slider rests, while blips are still on their way', async ({
	page
}) => {
	await slideAndRest(page);
	await expect(page).toHaveURL(/\?edition=2026-07$/);
	await expect(heading(page)).toHaveText('Data up to 31 July 2026.');
	await expect(scene(page)).toBeVisible();
	await page.clock.resume();
	await expect(scene(page)).toHaveCount(0);
});

test('an edition chosen from the list ends the slide, wherever it is', async ({ page }) => {
	await slideAndRest(page);
	await expect(heading(page)).toHaveText('Data up to 31 July 2026.');
	await expect(scene(page)).toBeVisible();
	await page.getByRole('combobox', { name: 'Edition' }).selectOption('2026-05');
	await expect(heading(page)).toHaveText('Data up to 31 May 2026.');
	await expect(scene(page)).toHaveCount(0);
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'May 2026');
});

test('a filter chosen while an edition is on its way is one of that edition', async ({ page }) => {
	await open(page);
	await focusLoaded(page);
	const asked = Promise.withResolvers<null>();
	const filtered = Promise.withResolvers<null>();
	await page.route(/__data\.json/, async (route) => {
		asked.resolve(null);
		await filtered.promise;
		await route.continue();
	});
	await page.keyboard.press('ArrowLeft');
	await asked.promise;
	await page.getByRole('checkbox', { name: /^Adopt/ }).check();
	filtered.resolve(null);
	await expect(page).toHaveURL(/\?edition=2026-07&ring=adopt$/);
	await expect(heading(page)).toHaveText('Data up to 31 July 2026.');
	await expect(scene(page)).toHaveCount(0);
});

test('a key that is held is not let go yet', async ({ page }) => {
	await page.clock.install({ time: '2026-09-01' });
	await open(page);
	await focusLoaded(page);
	await page.keyboard.down('ArrowLeft');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'July 2026');
	await page.clock.fastForward(2000);
	await page.keyboard.down('ArrowLeft');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'June 2026');
	expect(new URL(page.url()).search).toBe('');
	await page.keyboard.up('ArrowLeft');
	await expect(page).toHaveURL(/\?edition=2026-06$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
});

test.describe('with reduced motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	test('nothing glides: the next edition is there at once', async ({ page }) => {
		await open(page);
		await focusLoaded(page);
		await watchMoments(page);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('Home');
		await expect(page).toHaveURL(/\?edition=2024-08$/);
		await expect(scene(page)).toHaveCount(0);
		const drawn = await moments(page);
		expect(drawn.at(-1)).toBe(0);
		expect(drawn.filter((moment) => !Number.isInteger(moment))).toEqual([]);
	});
});

test('plays the editions, and stops at the nearest when told to', async ({ page }) => {
	// A year before the end: a busy machine presses late.
	await open(page, '/?edition=2025-06');
	await page.getByRole('button', { name: 'Play the editions' }).click();
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'August 2025');
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page).toHaveURL(/\?edition=202[56]-\d\d$/);
	await expect(page.getByRole('button', { name: 'Play the editions' })).toBeVisible();
	await expect(scene(page)).toHaveCount(0);
	const shown = new Date(page.url().slice(-7)).toLocaleDateString('en-GB', {
		timeZone: 'UTC',
		year: 'numeric',
		month: 'long'
	});
	await expect(slider(page)).toHaveAttribute('aria-valuetext', shown);
});

test('played to the end it shows the newest edition, whose address is the bare one', async ({
	page
}) => {
	await open(page, '/?edition=2026-07');
	await page.getByRole('button', { name: 'Play the editions' }).click();
	await expect(page).toHaveURL(/\/$/);
	await expect(heading(page)).toHaveText('Data up to 31 August 2026.');
	await expect(page.getByRole('button', { name: 'Play the editions' })).toBeVisible();
});

test('filters stay, and what does not match stays faint while it slides', async ({ page }) => {
	await open(page, '/?ring=adopt');
	await focusLoaded(page);
	await page.keyboard.press('ArrowLeft');
	await expect(page.locator('.scene .blip[fill-opacity="0.14"]').first()).toBeVisible();
	await expect(page).toHaveURL(/\?edition=2026-07&ring=adopt$/);
});

test('a zoomed segment slides too, edition by edition', async ({ page }) => {
	await open(page, '/?segment=Inference');
	await slider(page).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/\?edition=2026-07&segment=Inference$/);
	await expect(heading(page)).toHaveText('Data up to 31 July 2026.');
});

test('nothing shifts when the slider is used for the first time', async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				shifts.push((entry as unknown as { value: number }).value);
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.getByRole('button', { name: 'Play the editions' }).click();
	await expect(scene(page)).toBeVisible();
	await expect(slider(page)).toHaveAttribute('aria-valuetext', 'October 2024');
	expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the list of editions chooses, sent with the filters', async ({ page }) => {
		await page.goto('/');
		await expect(slider(page)).toBeHidden();
		await page.getByRole('combobox', { name: 'Edition' }).selectOption('2025-08');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(heading(page)).toHaveText('Data up to 31 August 2025.');
	});
});

testAccessible('/?edition=2025-08');
