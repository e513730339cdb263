import { render } from 'svelte/server';
import { FILE_PAINTS, type FigureTheme } from '#lib/radar/chart/paint.ts';
import { originOf } from '#lib/radar/export/origin.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { isNarrowed } from '#lib/radar/explore/asked.ts';
import RadarFigure from './RadarFigure.svelte';
import { svgFile } from './svg-file.ts';

export function radarSvg(source: ExportSource, theme: FigureTheme): string {
	const { document, edition, view, site, repository } = source;
	const { body } = render(RadarFigure, {
		props: {
			edition,
			view,
			matching: isNarrowed(view) ? new Set(document.projects.map(({ id }) => id)) : null,
			paint: FILE_PAINTS[theme],
			origin: originOf(document, site ?? repository),
			site
		}
	});
	return svgFile(body);
}
