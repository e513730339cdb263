export interface Colour {
	light: string;
	dark: string;
}

/** Undefined keeps the ink. */
export const hueStyle = (colour: Colour | null | undefined): string | undefined =>
	colour ? `--hue: light-dark(${colour.light}, ${colour.dark})` : undefined;
