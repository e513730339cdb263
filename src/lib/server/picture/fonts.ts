import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
// Open Sans, as the browser of the tests carries it: part of what is built, so that a server needs no fonts of its own.
import archive from '../../../../node_modules/@sparticuz/chromium/bin/fonts.tar.br?inline';
import { filesOfTar } from './tar.ts';

/** What the fonts are called in a picture's style. */
export const PICTURE_FONT = 'Open Sans';

let files: string[] = [];

/** Paths of the fonts of pictures, regular and bold: the renderer reads fonts from files alone. */
export function fontFiles(): string[] {
	// A machine may clear its temporary files while the server runs.
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
