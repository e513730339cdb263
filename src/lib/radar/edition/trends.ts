import { quantile } from 'd3-array';
import { alternativesTo, type Alternative } from './alternatives.ts';
import type { TimePoint } from './over-time.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { StandingState } from './moves/ring-history.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** From the centre outwards; whoever is not there is not counted. */
export const MIX_STATES = [...RINGS, 'not-rated'] as const;
export type MixState = (typeof MIX_STATES)[number];

/** How many projects stood in each ring. */
export interface RingMix {
	edition: string;
	counts: Record<MixState, number>;
	total: number;
}

/** How many of the projects stand in each ring, or in none. */
export function countRings(projects: Iterable<{ ring: Ring | null }>): RingMix['counts'] {
	const counts = { adopt: 0, trial: 0, assess: 0, hold: 0, 'not-rated': 0 };
	for (const { ring } of projects) counts[ring ?? 'not-rated'] += 1;
	return counts;
}

type Editions = readonly Pick<Edition, 'id'>[];

/** The mix of rings in every edition, oldest first. */
export function ringMix(points: readonly TimePoint[], editions: Editions): RingMix[] {
	const byEdition = Map.groupBy(points, ({ edition }) => edition);
	return editions.map(({ id }) => {
		const here = byEdition.get(id) ?? [];
		return { edition: id, counts: countRings(here), total: here.length };
	});
}

/** A project's score through a stretch of editions. */
export interface Runner {
	id: string;
	name: string;
	category: string;
	ring: Ring;
	/** One for each edition of the stretch; null where it was not rated or not there. */
	scores: (number | null)[];
	/** Last less first. */
	delta: number;
}

/**
 * Who gained and who lost most from the first to the last of the editions, among those rated in both;
 * the greatest first, at most `most` each.
 */
export function risersAndFallers(
	points: readonly TimePoint[],
	editions: Editions,
	most: number
): { risers: Runner[]; fallers: Runner[] } {
	const places = new Map(editions.map(({ id }, i) => [id, i]));
	const runners = [...Map.groupBy(points, ({ project }) => project)].flatMap(
		([id, own]): Runner[] => {
			const scores: (number | null)[] = editions.map(() => null);
			for (const { edition, score } of own) {
				const at = places.get(edition);
				if (at !== undefined) scores[at] = score;
			}
			const [first, last] = [scores[0], scores.at(-1)];
			const newest = own.find(({ edition }) => edition === editions.at(-1)?.id);
			if (typeof first !== 'number' || typeof last !== 'number') return [];
			if (newest === undefined || newest.ring === null) return [];
			const { name, category, ring } = newest;
			return [{ id, name, category, ring, scores, delta: last - first }];
		}
	);
	const by = (sign: 1 | -1) =>
		runners
			.filter(({ delta }) => sign * delta > 0)
			.sort((a, b) => sign * (b.delta - a.delta) || (a.name < b.name ? -1 : 1))
			.slice(0, most);
	return { risers: by(1), fallers: by(-1) };
}

/** Who stood in an edition for the first time. */
export interface Arrivals {
	edition: string;
	projects: { id: string; name: string; category: string; ring: Ring | null }[];
}

/** First appearances after the first edition, newest edition first; the ring is that of today, null also for the gone. */
export function arrivals(points: readonly TimePoint[], editions: Editions): Arrivals[] {
	const first = new Map<string, TimePoint>();
	const newest = new Map<string, Ring | null>();
	for (const point of points) {
		if (!first.has(point.project)) first.set(point.project, point);
		if (point.edition === editions.at(-1)?.id) newest.set(point.project, point.ring);
	}
	const byEdition = Map.groupBy(first.values(), ({ edition }) => edition);
	return editions
		.slice(1)
		.map(({ id }) => ({
			edition: id,
			projects: (byEdition.get(id) ?? [])
				.map(({ project, name, category }) => ({
					id: project,
					name,
					category,
					ring: newest.get(project) ?? null
				}))
				.sort((a, b) => rank(a.ring) - rank(b.ring) || (a.name < b.name ? -1 : 1))
		}))
		.filter(({ projects }) => projects.length > 0)
		.reverse();
}

const rank = (ring: Ring | null): number => (ring === null ? RINGS.length : ringIndex(ring));

/** A project in hold, or gone. */
export interface Buried {
	id: string;
	name: string;
	category: string;
	/** State in every edition. */
	states: StandingState[];
	/** First edition without it; null while it stands. */
	left: string | null;
	alternatives: Alternative[];
}

const MOST_ALTERNATIVES = 3;

/** Who stands in hold in the newest edition, and who has left, with the best placed of the same box today. */
export function graveyard(points: readonly TimePoint[], editions: Editions): Buried[] {
	const newest = editions.at(-1)?.id;
	const today = points.filter(({ edition }) => edition === newest);
	const here = new Map(today.map((point) => [point.project, point]));
	return [...Map.groupBy(points, ({ project }) => project)]
		.flatMap(([id, own]): Buried[] => {
			const last = own.at(-1);
			const now = here.get(id);
			if (last === undefined || (now !== undefined && now.ring !== 'hold')) return [];
			const states = new Map<string, StandingState>(
				own.map(({ edition, ring }) => [edition, ring ?? 'not-rated'])
			);
			const lastAt = editions.findIndex((edition) => edition.id === last.edition);
			return [
				{
					id,
					name: last.name,
					category: last.category,
					states: editions.map((edition) => states.get(edition.id) ?? 'absent'),
					left: now === undefined ? (editions[lastAt + 1]?.id ?? null) : null,
					// Who has left is compared with nobody: it stands in no ring.
					alternatives: alternativesTo(
						{ ...last, id, ring: now?.ring ?? null },
						today.map((point) => ({ ...point, id: point.project })),
						MOST_ALTERNATIVES
					)
				}
			];
		})
		.sort((a, b) => ((b.left ?? '9') < (a.left ?? '9') ? -1 : 1));
}

/** How active a segment's projects were: quartiles of their commits in 90 days. */
export interface ActivityBand {
	edition: string;
	/** Projects of which it is known. */
	known: number;
	low: number;
	median: number;
	high: number;
}

/** Fewer say nothing of a segment. */
const LEAST_KNOWN = 3;

/** Activity of every segment through the editions; null where too little of it is known. */
export function activityByCategory(
	points: readonly TimePoint[],
	editions: Editions,
	categories: readonly string[]
): { category: string; bands: (ActivityBand | null)[] }[] {
	const groups = Map.groupBy(points, ({ edition, category }) => `${edition} ${category}`);
	return categories.map((category) => ({
		category,
		bands: editions.map(({ id }) => {
			const known = (groups.get(`${id} ${category}`) ?? []).flatMap(({ commits90d }) =>
				commits90d === null ? [] : [commits90d]
			);
			if (known.length < LEAST_KNOWN) return null;
			const at = (share: number) => quantile(known, share) ?? 0;
			return { edition: id, known: known.length, low: at(0.25), median: at(0.5), high: at(0.75) };
		})
	}));
}
