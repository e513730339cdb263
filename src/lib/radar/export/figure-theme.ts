/** Colour set of a picture. */
export type FigureTheme = 'light' | 'dark';

/** Copies of `tokens.css`: a standalone file cannot read it. */
export interface Ink {
	paper: string;
	ink: string;
	soft: string;
	muted: string;
	line: string;
}

export const INKS: Record<FigureTheme, Ink> = {
	light: {
		paper: '#fbfbfa',
		ink: '#191b1f',
		soft: '#41454d',
		muted: '#5d626b',
		line: '#e2e2df'
	},
	dark: {
		paper: '#101214',
		ink: '#eceef0',
		soft: '#c3c8cf',
		muted: '#9aa1ab',
		line: '#2a2e34'
	}
};

/** System fonts only: the file loads none. */
export const FIGURE_FONT =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

export const SVG_TYPE = 'image/svg+xml; charset=utf-8';

/** Light unless `theme=dark`. */
export const themeFromParams = (params: URLSearchParams): FigureTheme =>
	params.get('theme') === 'dark' ? 'dark' : 'light';
