import { render } from 'svelte/server';
import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import { originOf } from '#lib/radar/export/origin.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { standaloneSvg } from '#lib/radar/export/standalone-svg.ts';
import { isNarrowed } from '#lib/radar/explore/asked.ts';
import RadarFigure from './RadarFigure.svelte';

export function radarSvg(source: ExportSource, theme: FigureTheme): string {
	const { document, edition, view, site, repository } = source;
	const { body } = render(RadarFigure, {
		props: {
			edition,
			view,
			matching: isNarrowed(view) ? new Set(document.projects.map(({ id }) => id)) : null,
			theme,
			origin: originOf(document, site ?? repository)
		}
	});
	return standaloneSvg(body, { theme, site });
}
