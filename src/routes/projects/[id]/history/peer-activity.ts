import { median } from 'd3-array';
import type { Compared } from '#lib/radar/edition/moves/move.ts';
import type { TimePoint } from '#lib/radar/edition/trends.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { byText } from '#lib/radar/words/order.ts';

/** Null: not observed. */
export interface BoxMember {
	id: string;
	name: string;
	commits90d: number | null;
	mergedPulls90d: number | null;
	authors365d: number | null;
}

/** All in the project's own box. */
export function peersOf(
	{ category, subcategory }: LandscapePath,
	standings: readonly Compared[],
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

/** Null: unknown. */
function countOf({ dimensions }: Compared['placement'], id: string): number | null {
	const part = dimensions.flatMap(({ metrics }) => metrics).find((metric) => metric.id === id);
	return typeof part?.value === 'number' ? part.value : null;
}

export interface ActivityStrip {
	measure: 'commits90d' | 'mergedPulls90d' | 'authors365d';
	/** Null: unknown. */
	own: number | null;
	/** Known counts of the box, ascending; includes the project. */
	counts: { id: string; name: string; count: number }[];
	/** Median. */
	middle: number;
	/** Projects without a count. */
	unknown: number;
}

const MEASURES = ['commits90d', 'mergedPulls90d', 'authors365d'] as const;
/** A median of fewer says little. */
const LEAST_KNOWN = 3;

/** Leaves out measures with fewer than three known counts. */
export function peerActivity(id: string, members: readonly BoxMember[]): ActivityStrip[] {
	return MEASURES.flatMap((measure): ActivityStrip[] => {
		const counts = members
			.flatMap((member) => {
				const count = member[measure];
				return count === null ? [] : [{ id: member.id, name: member.name, count }];
			})
			.sort((a, b) => a.count - b.count || byText(a.name, b.name));
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
