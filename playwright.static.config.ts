import { defineConfig } from '@playwright/test';
import dynamic from './playwright.config.ts';

const port = Number(process.env.TEST_PORT ?? 4174);
/** Where a project page of GitHub would have it: below a path. */
const base = '/radar';

/** The static site, on a host that knows nothing but files. */
export default defineConfig({
	...dynamic,
	testDir: 'tests/static',
	use: { ...dynamic.use, baseURL: `http://127.0.0.1:${port}${base}/` },
	webServer: {
		command: 'npm run serve:static-test',
		url: `http://127.0.0.1:${port}${base}/`,
		env: {
			PORT: String(port),
			RADAR_BASE: base,
			RADAR_ORIGIN: 'https://radar.example',
			DATABASE_PATH: '.cache/static-tests.db'
		},
		reuseExistingServer: false,
		timeout: 120_000
	}
});
