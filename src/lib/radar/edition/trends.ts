import { quantile } from 'd3-array';
import { alternativesTo, type Alternative } from './alternatives.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { StandingState } from './moves/move.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { byText } from '#lib/radar/words/order.ts';

/** A project in an edition. */
export interface TimePoint {
	edition: string;
	project: string;
	name: string;
	/** Today's segment, also for old editions. */
	category: string;
	subcategory: string;
	ring: Ring | null;
	score: number | null;
	/** Commits by humans in 90 days; null when not observed that month. */
	commits90d: number | null;
}

/** From the centre outwards. */
export const MIX_STATES = [...RINGS, 'not-rated'] as const;
export type MixState = (typeof MIX_STATES)[number];

export interface RingMix {
	edition: string;
	counts: Record<MixState, number>;
	total: number;
}

export function countRings(projects: Iterable<{ ring: Ring | null }>): RingMix['counts'] {
	const counts = { adopt: 0, trial: 0, assess: 0, hold: 0, 'not-rated': 0 };
	for (const { ring } of projects) counts[ring ?? 'not-rated'] += 1;
	return counts;
}

type Editions = readonly Pick<Edition, 'id'>[];

export function ringMix(points: readonly TimePoint[], editions: Editions): RingMix[] {
	const byEdition = Map.groupBy(points, ({ edition }) => edition);
	return editions.map(({ id }) => {
		const here = byEdition.get(id) ?? [];
		return { edition: id, counts: countRings(here), total: here.length };
	});
}

export interface Runner {
	id: string;
	name: string;
	category: string;
	ring: Ring;
	/** One per edition; null where not rated or absent. */
	scores: (number | null)[];
	delta: number;
}

/** Among projects rated in the first and the last edition, at most `most` each. */
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
			.sort((a, b) => sign * (b.delta - a.delta) || byText(a.name, b.name))
			.slice(0, most);
	return { risers: by(1), fallers: by(-1) };
}

export interface Arrivals {
	edition: string;
	projects: { id: string; name: string; category: string; ring: Ring | null }[];
}

/** Newest first, without the first edition; today's ring, null for departed projects. */
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
				.sort((a, b) => rank(a.ring) - rank(b.ring) || byText(a.name, b.name))
		}))
		.filter(({ projects }) => projects.length > 0)
		.reverse();
}

const rank = (ring: Ring | null): number => (ring === null ? RINGS.length : ringIndex(ring));

export interface Buried {
	id: string;
	name: string;
	category: string;
	states: StandingState[];
	/** First edition without it; null while it is listed. */
	left: string | null;
	alternatives: Alternative[];
}

const MOST_ALTERNATIVES = 3;

/** Projects in hold today and those that left. */
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
					// A departed project has no ring, so it gets the best of its box.
					alternatives: alternativesTo(
						{ ...last, id, ring: now?.ring ?? null },
						today.map((point) => ({ ...point, id: point.project })),
						MOST_ALTERNATIVES
					)
				}
			];
		})
		.sort((a, b) => byText(b.left ?? '9', a.left ?? '9'));
}

/** Quartiles of commits in 90 days. */
export interface ActivityBand {
	edition: string;
	known: number;
	low: number;
	median: number;
	high: number;
}

/** Fewer projects say nothing about a segment. */
const LEAST_KNOWN = 3;

/** Null where too few projects are known. */
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
