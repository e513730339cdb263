import type { EditionSegment } from '#lib/radar/edition/edition-page.ts';

/** Colour set of a picture. */
export type FigureTheme = 'light' | 'dark';

/** Colours and font of a drawing, as values of SVG attributes. */
export interface Paint {
	paper: string;
	ink: string;
	soft: string;
	muted: string;
	line: string;
	font: string;
	hue: (colour: EditionSegment['colour']) => string;
	/** A file has no style sheet, and many programs know no `paint-order`: letters are drawn over their edge. */
	isFile: boolean;
}

/** Light, dark, custom property of the page. Not from `tokens.css`: a file cannot read it. */
const INKS = {
	paper: ['#fbfbfa', '#101214', '--paper'],
	ink: ['#191b1f', '#eceef0', '--ink'],
	soft: ['#41454d', '#c3c8cf', '--ink-soft'],
	muted: ['#5d626b', '#9aa1ab', '--ink-muted'],
	line: ['#e2e2df', '#2a2e34', '--line']
} as const;

/** System fonts only: a file loads none. */
const FONT =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

const inks = (of: (ink: readonly [string, string, string]) => string) => ({
	paper: of(INKS.paper),
	ink: of(INKS.ink),
	soft: of(INKS.soft),
	muted: of(INKS.muted),
	line: of(INKS.line)
});

/** Follows the theme of the page. */
export const PAGE_PAINT: Paint = {
	...inks(([, , property]) => `var(${property})`),
	font: 'var(--font)',
	hue: ({ light, dark }) => `light-dark(${light}, ${dark})`,
	isFile: false
};

export const FILE_PAINTS: Record<FigureTheme, Paint> = {
	light: { ...inks(([light]) => light), font: FONT, hue: ({ light }) => light, isFile: true },
	dark: { ...inks(([, dark]) => dark), font: FONT, hue: ({ dark }) => dark, isFile: true }
};

/** Opacity of a blip that does not match. */
export const DIM = 0.14;
