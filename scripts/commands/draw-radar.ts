import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';

/** The drawing is the site's own component, which Node alone cannot read: Vite loads it as it does for the site. */
const DRAWING = '/src/lib/components/figure/radar-svg.ts';

type Draw = (source: ExportSource, theme: FigureTheme) => string;

/** The radar of an export's view as the site draws it. */
export async function drawRadar(source: ExportSource, theme: FigureTheme): Promise<string> {
	// Loaded only here: it is large, and no other command needs it.
	const { createServer } = await import('vite');
	const vite = await createServer({
		appType: 'custom',
		logLevel: 'error',
		optimizeDeps: { noDiscovery: true },
		server: { middlewareMode: true, hmr: false, watch: null }
	});
	try {
		const { radarSvg } = (await vite.ssrLoadModule(DRAWING)) as { radarSvg: Draw };
		return radarSvg(source, theme);
	} finally {
		await vite.close();
	}
}
