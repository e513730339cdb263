import { resolve } from '$app/paths';
import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';

/** The theme in which the page is shown. */
export const shownTheme = (): FigureTheme =>
	getComputedStyle(document.documentElement).colorScheme === 'dark' ||
	(document.documentElement.dataset.theme === undefined &&
		matchMedia('(prefers-color-scheme: dark)').matches)
		? 'dark'
		: 'light';

/** Where the server draws what is shown, below the site's root. */
export function pictureAddress(explorer: Explorer, theme: FigureTheme): string {
	const params = new URLSearchParams(explorer.paramsOf({ project: null }));
	if (theme === 'dark') params.set('theme', theme);
	return `radar.svg${params.size === 0 ? '' : `?${params}`}`;
}

/**
 * The picture of what is shown: fetched from the server, or, on a site without one, drawn here by the same component.
 * @throws {Error} in words to show.
 */
export async function pictureOf(explorer: Explorer, theme: FigureTheme): Promise<string> {
	if (import.meta.env.STATIC_SITE) {
		const { drawRadar } = await import('./draw-radar.ts');
		return drawRadar(explorer, theme);
	}
	const answer = await fetch(resolve('/') + pictureAddress(explorer, theme)).catch(() => null);
	if (!answer?.ok) throw new Error('The picture could not be fetched. Try again in a moment.');
	return answer.text();
}
