import { ringIndex, type Movement } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/words.ts';
import { linkOf } from './links.ts';
import { quadrantIndex, quadrantsFor } from './quadrants.ts';
import { ratedProjects } from './rated.ts';
import type { ExportSource } from './source.ts';

/** `config.json` of Zalando's tech-radar. It reads `date` and `entries`; what else stands in it survives. */
export interface ZalandoConfig {
	/** `2026.08`. */
	date: string;
	entries: {
		quadrant: number;
		/** 0 is the inner one. */
		ring: number;
		label: string;
		/** Only an active entry is a link. */
		active: true;
		moved: -1 | 0 | 1 | 2;
		/** Left out where there is none: the tool then writes `#`. */
		link?: string;
	}[];
	/** To be copied into the page, which names quadrants and rings itself. */
	quadrants: { name: string }[];
	rings: { name: string }[];
	title: string;
	notice: string;
	generatedAt: string;
	license: string;
	attribution: ExportSource['document']['attribution'];
}

const MOVED: Record<Movement, -1 | 0 | 1 | 2> = { new: 2, in: 1, out: -1, none: 0, left: 0 };

/** The edition for Zalando's tech-radar; projects that are not rated are left out. */
export function zalandoConfig(source: ExportSource): ZalandoConfig {
	const { document } = source;
	const quadrants = quadrantsFor('zalando', source.quadrants);
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
