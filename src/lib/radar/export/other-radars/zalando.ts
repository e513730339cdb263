import { ringIndex, type Movement } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { linkOf } from '#lib/radar/export/links.ts';
import { quadrantIndex, zalandoQuadrants } from './quadrants.ts';
import { RING_COLOURS } from '#lib/radar/export/pictures/ring-colours.ts';
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
	/** For the page, which names these itself until it is told to take them from here. */
	quadrants: { name: string }[];
	rings: { name: string; color: string }[];
	/** Of the drawing, in pixels: the tool's own cuts long lists off. */
	height: number;
	title: string;
	notice: string;
	generatedAt: string;
	license: string;
	attribution: ExportSource['document']['attribution'];
}

const MOVED: Record<Movement, -1 | 0 | 1 | 2> = { new: 2, in: 1, out: -1, none: 0, left: 0 };

/** The tool's own height, and where its lower lists begin below the middle. */
const HEIGHT = 1000;
const LISTS_BEGIN = 130;
/** A row of a list, and letters that one holds. */
const ROW = 14;
const ROW_LETTERS = 20;

/** Rated projects only. */
export function zalandoConfig(source: ExportSource): ZalandoConfig {
	const { document } = source;
	const quadrants = zalandoQuadrants(source.quadrants, source.edition.blips);
	const entries = ratedProjects(source).map((project) => {
		const link = linkOf(source, project);
		return {
			quadrant: quadrantIndex(quadrants, project),
			ring: ringIndex(project.ring),
			label: project.name,
			active: true as const,
			moved: MOVED[project.movement],
			...(link === null ? {} : { link })
		};
	});
	return {
		date: document.edition.id.replaceAll('-', '.'),
		entries,
		quadrants: quadrants.map(({ name }) => ({ name })),
		rings: document.rings.map(({ id }) => ({
			name: RING_WORDS[id].toUpperCase(),
			color: RING_COLOURS[id]
		})),
		height: heightFor(entries),
		title: document.title,
		notice: document.notice,
		generatedAt: document.generatedAt,
		license: document.license,
		attribution: document.attribution
	};
}

/** Two lists of a lower quadrant stand in one column: the two inner rings', and the two outer ones'. */
function heightFor(entries: ZalandoConfig['entries']): number {
	const columns = Map.groupBy(
		entries.filter(({ quadrant }) => quadrant < 2),
		({ quadrant, ring }) => `${quadrant} ${ring < 2}`
	);
	const rows = Math.max(
		0,
		...[...columns.values()].map((column) =>
			column.reduce((sum, { label }) => sum + Math.ceil(label.length / ROW_LETTERS), 0)
		)
	);
	return Math.max(HEIGHT, 2 * (LISTS_BEGIN + rows * ROW));
}
