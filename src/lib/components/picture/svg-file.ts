/** A file of its own of a rendered picture: without the marks that Svelte leaves for the browser. */
export const svgFile = (markup: string): string =>
	`${markup.replaceAll(/<!--.*?-->/gs, '').trim()}\n`;
