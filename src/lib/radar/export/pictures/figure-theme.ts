import type { FigureTheme } from '#lib/radar/chart/paint.ts';

export const SVG_TYPE = 'image/svg+xml; charset=utf-8';

/** Light unless `theme=dark`. */
export const themeFromParams = (params: URLSearchParams): FigureTheme =>
	params.get('theme') === 'dark' ? 'dark' : 'light';
