import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
// Open Sans, bundled at build time.
import archive from '../../../../node_modules/@sparticuz/chromium/bin/fonts.tar.br?inline';
import { filesOfTar } from './tar.ts';

export const PICTURE_FONT = 'Open Sans';

let files: string[] = [];

export function fontFiles(): string[] {
	// The system can clear temporary files.
	if (files.length === 0 || !files.every((file) => existsSync(file))) files = unpacked();
	return files;
}

function unpacked(): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'cnai-radar-fonts-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const tar = brotliDecompressSync(Buffer.from(archive.slice(archive.indexOf(',') + 1), 'base64'));
	return [...filesOfTar(tar)]
		.filter(([name]) => /-(Regular|Bold)\.ttf$/.test(name))
		.map(([name, bytes]) => {
			const file = join(folder, basename(name));
			writeFileSync(file, bytes);
			return file;
		});
}
