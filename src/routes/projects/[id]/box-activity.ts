import { median } from 'd3-array';
import type { Standing } from '#lib/radar/edition/moves/changes.ts';
import type { TimePoint } from '#lib/radar/edition/over-time.ts';
import type { Path } from '#lib/radar/words/vocabulary.ts';

/** What is known of a project's activity in one edition; null where it was not observed. */
export interface BoxMember {
	id: string;
	name: string;
	commits90d: number | null;
	mergedPulls90d: number | null;
	authors365d: number | null;
}

/** A project's own box in its edition: everyone who is drawn there, with what is known of their activity. */
export function boxMembers(
	{ category, subcategory }: Path,
	standings: readonly Standing[],
	points: readonly TimePoint[]
): BoxMember[] {
	const members = standings.filter(
		({ blip }) => blip.category === category && blip.subcategory === subcategory
	);
	const commits = new Map(
		points
			.filter(({ edition }) => edition === members[0]?.placement.editionId)
			.map(({ project, commits90d }) => [project, commits90d])
	);
	return members.map(({ blip: { id, name }, placement }) => ({
		id,
		name,
		commits90d: commits.get(id) ?? null,
		mergedPulls90d: countOf(placement, 'merged-pulls'),
		authors365d: countOf(placement, 'authors')
	}));
}

/** A metric's raw count, as the model knows it; null when it does not. */
function countOf({ dimensions }: Standing['placement'], id: string): number | null {
	const part = dimensions.flatMap(({ metrics }) => metrics).find((metric) => metric.id === id);
	return typeof part?.value === 'number' ? part.value : null;
}

/** One measure of activity across the projects of a box. */
export interface ActivityStrip {
	measure: 'commits90d' | 'mergedPulls90d' | 'authors365d';
	/** The project's own count; null when it is not known. */
	own: number | null;
	/** All of the box of whom it is known, the project too, from the least up. */
	counts: { id: string; name: string; count: number }[];
	/** The middle of them. */
	middle: number;
	/** Projects of the box of whom it is not known. */
	unknown: number;
}

const MEASURES = ['commits90d', 'mergedPulls90d', 'authors365d'] as const;
/** Fewer have no middle to stand beside. */
const LEAST_KNOWN = 3;

/**
 * A project beside the others of its box, measure by measure. A measure that is known of fewer than three is left out: it
 * says nothing of the box.
 */
export function boxActivity(id: string, members: readonly BoxMember[]): ActivityStrip[] {
	return MEASURES.flatMap((measure): ActivityStrip[] => {
		const counts = members
			.flatMap((member) => {
				const count = member[measure];
				return count === null ? [] : [{ id: member.id, name: member.name, count }];
			})
			.sort((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1));
		const middle = median(counts, ({ count }) => count);
		if (counts.length < LEAST_KNOWN || middle === undefined) return [];
		return [
			{
				measure,
				own: counts.find((one) => one.id === id)?.count ?? null,
				counts,
				middle,
				unknown: members.length - counts.length
			}
		];
	});
}
