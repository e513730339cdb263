import { ringIndex, type Movement } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { linkOf } from '#lib/radar/export/links.ts';
import { quadrantIndex, zalandoQuadrants } from './quadrants.ts';
import { ratedProjects } from '#lib/radar/export/rated.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';

/** The tool reads `date` and `entries` and ignores the rest. */
export interface ZalandoConfig {
	/** `2026.08` */
	date: string;
	entries: {
		quadrant: number;
		/** 0 is innermost. */
		ring: number;
		label: string;
		/** The tool links active entries only. */
		active: true;
		moved: -1 | 0 | 1 | 2;
		/** Absent: the tool writes `#`. */
		link?: string;
	}[];
	/** For copying: the page names quadrants and rings itself. */
	quadrants: { name: string }[];
	rings: { name: string }[];
	title: string;
	notice: string;
	generatedAt: string;
	license: string;
	attribution: ExportSource['document']['attribution'];
}

const MOVED: Record<Movement, -1 | 0 | 1 | 2> = { new: 2, in: 1, out: -1, none: 0, left: 0 };

/** Rated projects only. */
export function zalandoConfig(source: ExportSource): ZalandoConfig {
	const { document } = source;
	const quadrants = zalandoQuadrants(source.quadrants, source.edition.blips);
	return {
		date: document.edition.id.replaceAll('-', '.'),
		entries: ratedProjects(source).map((project) => {
			const link = linkOf(source, project);
			return {
				quadrant: quadrantIndex(quadrants, project),
				ring: ringIndex(project.ring),
				label: project.name,
				active: true,
				moved: MOVED[project.movement],
				...(link === null ? {} : { link })
			};
		}),
		quadrants: quadrants.map(({ name }) => ({ name })),
		rings: document.rings.map(({ id }) => ({ name: RING_WORDS[id].toUpperCase() })),
		title: document.title,
		notice: document.notice,
		generatedAt: document.generatedAt,
		license: document.license,
		attribution: document.attribution
	};
}
