import { execFileSync } from 'node:child_process';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

/** Finds the browser once, before the workers start, and makes sure that it runs. */
export default async function setup(): Promise<void> {
	const path = await findChromium();
	try {
		execFileSync(path, [...CHROMIUM_FLAGS, '--headless', '--version'], { stdio: 'pipe' });
	} catch (error) {
		throw new Error(
			`${path} does not start. It wants libnss3 and libnspr4 (Debian: apt-get install libnss3 libnspr4).`,
			{ cause: error }
		);
	}
	process.env.CHROMIUM_EXECUTABLE = path;
}
