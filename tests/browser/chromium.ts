import { existsSync } from 'node:fs';

/** For containers and root: no sandbox, no GPU, and nothing that looks for the network. */
export const CHROMIUM_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const SYSTEM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable'
];

/**
 * The browser of the tests: `CHROMIUM_PATH`, a system Chromium, or the one that a development dependency carries
 * (Linux x64; unpacked once, no root needed, wants libnss3 and libnspr4).
 * @throws {Error} that says what to install; never a silent skip.
 */
export async function findChromium(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named !== undefined && named !== '') {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
	}
	const system = SYSTEM.find((path) => existsSync(path));
	if (system !== undefined) return system;
	if (process.platform === 'linux' && process.arch === 'x64') {
		const { default: carried } = await import('@sparticuz/chromium');
		return carried.executablePath();
	}
	throw new Error(
		'No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.'
	);
}
