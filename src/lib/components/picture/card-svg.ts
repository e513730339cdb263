import { render } from 'svelte/server';
import type { ComponentProps } from 'svelte';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { standaloneSvg } from '#lib/radar/export/standalone-svg.ts';
import { isNarrowed } from '#lib/radar/explore/asked.ts';
import ProjectCard from './ProjectCard.svelte';
import RadarCard from './RadarCard.svelte';

const standalone = (body: string): string =>
	standaloneSvg(body, { theme: 'light', site: null, small: true });

export function radarCardSvg({ document, edition, view }: ExportSource): string {
	const matching = isNarrowed(view) ? new Set(document.projects.map(({ id }) => id)) : null;
	return standalone(render(RadarCard, { props: { edition, view, matching } }).body);
}

export const projectCardSvg = (props: ComponentProps<typeof ProjectCard>): string =>
	standalone(render(ProjectCard, { props }).body);
