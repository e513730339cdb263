import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FigureTheme } from '#lib/radar/chart/paint.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import { pngOf } from '#lib/server/picture/png.ts';
import type { ShownProject } from '#lib/radar/api/shown-project.ts';
import { UsageError } from './command.ts';

export interface Drawing {
	radarSvg: (source: ExportSource, theme: FigureTheme) => string;
	radarCardSvg: (source: ExportSource) => string;
	projectCardSvg: (
		card: { edition: EditionPage } & Pick<ShownProject, 'project' | 'gone'>
	) => string;
	pngOf: typeof pngOf;
}

const BUILT = join(import.meta.dirname, '../../build/pictures');

/** @throws {UsageError} when `built` lacks the bundles: the pictures are components, which Node cannot load. */
export async function drawn<T>(
	make: (drawing: Drawing) => T | Promise<T>,
	built = BUILT
): Promise<T> {
	const files = ['radar-svg.js', 'card-svg.js'].map((file) => join(built, file));
	if (!files.every((file) => existsSync(file))) {
		throw new UsageError('Pictures are drawn by a part of the build. Make it with: npm run build');
	}
	const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
	return make(Object.assign({ pngOf }, ...modules) as Drawing);
}
