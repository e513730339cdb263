import { withoutForbidden } from '#lib/radar/words/escapes.ts';

/** A file of its own of a rendered picture: without the marks that Svelte leaves for the browser. */
export const svgFile = (markup: string): string =>
	`${withoutForbidden(markup.replaceAll(/<!--.*?-->/gs, '')).trim()}\n`;
