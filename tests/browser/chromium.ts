import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
 * (Linux x64; unpacked once, no root needed). To a bare machine it brings its libraries and a font too.
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
		const browser = await carried.executablePath();
		await equip(browser);
		return browser;
	}
	throw new Error(
		'No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.'
	);
}

/** Where the carried browser unpacks itself. */
const LIBRARIES = join(tmpdir(), 'al2023', 'lib');
const FONTS = join(tmpdir(), 'fonts');

/** Brings what the machine lacks: the libraries that the browser links to, and a font where there is none. */
async function equip(browser: string): Promise<void> {
	if (!existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH ??= FONTS;
	if (!spawnSync('ldd', [browser], { encoding: 'utf8' }).stdout.includes('not found')) return;
	const { inflate } = await import('@sparticuz/chromium');
	const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
	await inflate(join(bin, 'al2023.tar.br'));
	process.env.LD_LIBRARY_PATH = [LIBRARIES, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
}
