import type { FigureTheme } from '#lib/radar/chart/paint.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { pngOf } from '#lib/server/picture/png.ts';
import type { ShownProject } from '#lib/radar/api/shown-project.ts';

export interface Drawing {
	radarSvg: (source: ExportSource, theme: FigureTheme) => string;
	radarCardSvg: (source: ExportSource) => string;
	projectCardSvg: (
		card: { edition: EditionPage } & Pick<ShownProject, 'project' | 'gone'>
	) => string;
	pngOf: typeof pngOf;
}

/** Svelte components, which need Vite to load. */
const MODULES = [
	'/src/lib/components/picture/radar-svg.ts',
	'/src/lib/components/picture/card-svg.ts',
	'/src/lib/server/picture/png.ts'
];

export async function drawn<T>(make: (drawing: Drawing) => T | Promise<T>): Promise<T> {
	// Vite is large, and only this command needs it.
	const { createServer } = await import('vite');
	const vite = await createServer({
		appType: 'custom',
		logLevel: 'error',
		optimizeDeps: { noDiscovery: true },
		server: { middlewareMode: true, hmr: false, watch: null }
	});
	try {
		const modules = await Promise.all(MODULES.map((path) => vite.ssrLoadModule(path)));
		return await make(Object.assign({}, ...modules) as Drawing);
	} finally {
		await vite.close();
	}
}
