import { formatPath } from '#lib/radar/landscape/path.ts';
import { LEAST_COMPARED } from '#lib/radar/edition/comparison-size.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

const MOST_SUGGESTIONS = 6;
const MOST_IN_ONE = 3;

/** The best projects per box; the fullest box of each category first. */
export function comparisonSuggestions(
	blips: readonly Blip[]
): { box: string; members: { id: string; name: string }[] }[] {
	const boxes = Map.groupBy(
		blips.filter(({ ring }) => ring !== null),
		formatPath
	);
	const sets = [...boxes]
		.map(([box, members]) => ({
			box,
			category: members[0]?.category,
			size: members.length,
			members: members
				.sort(
					(a, b) =>
						RINGS.indexOf(a.ring ?? 'hold') - RINGS.indexOf(b.ring ?? 'hold') ||
						(b.score ?? 0) - (a.score ?? 0)
				)
				.slice(0, MOST_IN_ONE)
				.map(({ id, name }) => ({ id, name }))
		}))
		.filter(({ members }) => members.length >= LEAST_COMPARED)
		.sort((a, b) => b.size - a.size);
	const fullest = sets.filter(
		({ category }, at) => sets.findIndex((set) => set.category === category) === at
	);
	return [...new Set([...fullest, ...sets])]
		.slice(0, MOST_SUGGESTIONS)
		.map(({ box, members }) => ({ box, members }));
}
