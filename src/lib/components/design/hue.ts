/** A segment's colour in both themes. */
export interface Colour {
	light: string;
	dark: string;
}

/** The style that gives an element, and all in it, a segment's colour; undefined for none: then the ink stands. */
export const hueStyle = (colour: Colour | null | undefined): string | undefined =>
	colour ? `--hue: light-dark(${colour.light}, ${colour.dark})` : undefined;
