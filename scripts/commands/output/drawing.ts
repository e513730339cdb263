import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Drawing, Made } from '#lib/radar/api/format.ts';
import { pngOf } from '#lib/server/picture/png.ts';
import { UsageError } from '../command.ts';

const BUILT = join(import.meta.dirname, '../../../build/pictures');

/** @throws {UsageError} when `built` lacks the bundles: the pictures are components, which Node cannot load. */
export async function draw(
	make: (drawing: Drawing) => Made | Promise<Made>,
	built = BUILT
): Promise<Made> {
	const files = ['radar-svg.js', 'card-svg.js'].map((file) => join(built, file));
	if (!files.every((file) => existsSync(file))) {
		throw new UsageError('Pictures are drawn by a part of the build. Make it with: npm run build');
	}
	const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
	return make(Object.assign({ pngOf }, ...modules) as Drawing);
}
