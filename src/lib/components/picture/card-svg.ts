import { render } from 'svelte/server';
import type { ComponentProps } from 'svelte';
import { FILE_PAINTS } from '#lib/radar/chart/paint.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { isNarrowed } from '#lib/radar/explore/asked.ts';
import ProjectCard from './ProjectCard.svelte';
import RadarCard from './RadarCard.svelte';
import { svgFile } from './svg-file.ts';

const paint = FILE_PAINTS.light;

export function radarCardSvg({ document, edition, view }: ExportSource): string {
	const matching = isNarrowed(view) ? new Set(document.projects.map(({ id }) => id)) : null;
	return svgFile(render(RadarCard, { props: { edition, view, matching, paint } }).body);
}

export const projectCardSvg = (props: Omit<ComponentProps<typeof ProjectCard>, 'paint'>): string =>
	svgFile(render(ProjectCard, { props: { ...props, paint } }).body);
