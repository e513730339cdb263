import { resolve } from '$app/paths';
import type { FigureTheme } from '#lib/radar/chart/paint.ts';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';

export const shownTheme = (): FigureTheme =>
	getComputedStyle(document.documentElement).colorScheme === 'dark' ||
	(document.documentElement.dataset.theme === undefined &&
		matchMedia('(prefers-color-scheme: dark)').matches)
		? 'dark'
		: 'light';

export function pictureAddress(explorer: Explorer, theme: FigureTheme): string {
	const params = new URLSearchParams(explorer.paramsOf({ project: null }));
	if (theme === 'dark') params.set('theme', theme);
	return `radar.svg${params.size === 0 ? '' : `?${params}`}`;
}

/**
 * From the server; a static site draws it here.
 * @throws {Error} with a message to show.
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
