import { flushSync, mount, unmount } from 'svelte';
import { resolve } from '$app/paths';
import { FILE_PAINTS, type FigureTheme } from '#lib/radar/chart/paint.ts';
import { originOf } from '#lib/radar/export/origin.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';
import RadarFigure from '#lib/components/picture/RadarFigure.svelte';
import { svgFile } from '#lib/components/picture/svg-file.ts';
import { shownDocument } from './shown-data.ts';

export async function drawRadar(explorer: Explorer, theme: FigureTheme): Promise<string> {
	const { edition, matching: ids } = explorer;
	const document = await shownDocument({ edition: edition.edition.id, ids });
	const site = new URL(resolve('/'), location.href).href;
	const view = askedFromSearch(explorer.paramsOf({ project: null }));
	const target = window.document.createElement('div');
	const figure = mount(RadarFigure, {
		target,
		props: {
			edition,
			view,
			matching: ids,
			paint: FILE_PAINTS[theme],
			origin: originOf(document, site),
			site
		}
	});
	flushSync();
	const svg = target.querySelector('svg');
	const markup = svg === null ? '' : new XMLSerializer().serializeToString(svg);
	await unmount(figure);
	return svgFile(markup);
}
