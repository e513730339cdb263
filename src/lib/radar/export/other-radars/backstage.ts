import { dayTime } from '#lib/radar/words/days.ts';
import type { RingStep } from '#lib/radar/edition/moves/through.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { sentencesOf } from '#lib/radar/export/description.ts';
import { pageOf } from '#lib/radar/export/links.ts';
import { quadrantIndex, quadrantsFor } from './quadrants.ts';
import { ratedProjects, type RatedProject } from '#lib/radar/export/rated.ts';
import { RING_COLOURS } from '#lib/radar/export/pictures/ring-colours.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';

type Moved = -1 | 0 | 1;

interface TimelineEntry {
	/** ISO 8601. */
	date: string;
	ringId: Ring;
	/** Absent for new projects: the tool rejects a file with 2. */
	moved?: Moved;
	/** Absent when empty: the tool rejects a file with null. */
	description?: string;
}

/** Backstage's `TechRadarLoaderResponse`, plus origin and licence, which it ignores. */
export interface BackstageRadar {
	quadrants: { id: string; name: string }[];
	rings: { id: Ring; name: string; color: string; description: string }[];
	entries: {
		key: string;
		id: string;
		quadrant: string;
		title: string;
		description: string;
		links: { url: string; title: string }[];
		/** Newest first: the tool reads the current ring from the first. */
		timeline: [TimelineEntry, ...TimelineEntry[]];
	}[];
	title: string;
	notice: string;
	generatedAt: string;
	license: string;
	attribution: ExportSource['document']['attribution'];
}

const MOVED: Record<Movement, Moved | undefined> = {
	new: undefined,
	in: 1,
	out: -1,
	none: 0,
	left: 0
};

/** Rated projects only. */
export function backstageRadar(source: ExportSource): BackstageRadar {
	const { document } = source;
	const quadrants = quadrantsFor('backstage', source.quadrants);
	const steps = source.steps();
	return {
		quadrants: quadrants.map(({ id, name }) => ({ id, name })),
		rings: document.rings.map(({ id, meaning }) => ({
			id,
			name: RING_WORDS[id],
			color: RING_COLOURS[id],
			description: meaning
		})),
		entries: ratedProjects(source).map((project) => ({
			key: project.id,
			id: project.id,
			quadrant: quadrants[quadrantIndex(quadrants, project)]?.id ?? '',
			title: project.name,
			description: sentencesOf(project).join(' '),
			links: linksOf(source.site, project),
			timeline: timelineOf(project, steps.get(project.id) ?? [], document.edition)
		})),
		title: document.title,
		notice: document.notice,
		generatedAt: document.generatedAt,
		license: document.license,
		attribution: document.attribution
	};
}

const linksOf = (site: string | null, { id, links }: RatedProject) =>
	(
		[
			[pageOf(site, id), 'Why it is there'],
			[links.repository, 'Repository'],
			[links.homepage, 'Homepage']
		] as const
	).flatMap(([url, title]) => (url === null ? [] : [{ url, title }]));

/** Starts with this edition even without a move: the tool draws the first entry's arrow. */
function timelineOf(
	{ ring, movement }: RatedProject,
	steps: readonly RingStep[],
	edition: { id: string; date: Day }
): [TimelineEntry, ...TimelineEntry[]] {
	const last = steps.at(-1);
	const moves = last?.edition === edition.id;
	const past = (moves ? steps.slice(0, -1) : steps).map(entryOf).reverse();
	return [
		moves ? entryOf(last) : { date: dayTime(edition.date), ringId: ring, ...movedOf(movement) },
		...past
	];
}

const entryOf = ({ date, ring, movement, reason }: RingStep): TimelineEntry => ({
	date: dayTime(date),
	ringId: ring,
	...movedOf(movement),
	...(reason === null ? {} : { description: reason })
});

function movedOf(movement: Movement): { moved?: Moved } {
	const moved = MOVED[movement];
	return moved === undefined ? {} : { moved };
}
