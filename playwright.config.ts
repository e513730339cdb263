import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from './tests/browser/chromium.ts';

const port = Number(process.env.TEST_PORT ?? 4173);

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/browser/setup.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: process.env.CI !== undefined,
	reporter: [['list']],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: {
			args: CHROMIUM_FLAGS,
			// Set by the global set-up, which finds the browser.
			executablePath: process.env.CHROMIUM_EXECUTABLE
		}
	},
	projects: [{ name: 'chromium', use: { viewport: { width: 1440, height: 900 } } }],
	webServer: {
		// The built server on a database of its own, seeded from data/.
		command: `npm run serve:test`,
		url: `http://127.0.0.1:${port}/`,
		env: { PORT: String(port), HOST: '127.0.0.1', DATABASE_PATH: '.cache/browser-tests.db' },
		reuseExistingServer: false,
		timeout: 120_000
	}
});
