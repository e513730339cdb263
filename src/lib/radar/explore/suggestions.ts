import { nearestWords } from '#lib/radar/words/nearest.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { Asked } from './asked.ts';
import { FACET_IDS, matchingIds, type FacetId } from './filter.ts';
import { parseQuery, queryParts } from './query.ts';
import { createSearch } from './search.ts';

export interface Drop {
	what: FacetId | 'segment' | 'query';
	/** The part of the query, or the segment; empty for a filter. */
	text: string;
	change: Partial<Asked>;
	/** Projects found without it. */
	count: number;
}

const MOST = 3;

/** What to drop from a view that finds nothing: what brings most projects first, at most three. */
export function whatToDrop(view: Asked, blips: readonly Blip[]): Drop[] {
	const search = createSearch(blips);
	const countOf = (change: Partial<Asked>): number => {
		const { query, filter, segment } = { ...view, ...change };
		const found = search(query, () => null);
		const left = blips.filter(
			({ id, category }) =>
				(found === null || found.hits.has(id)) && (segment === null || category === segment)
		);
		return matchingIds(filter, left).size;
	};
	const parts = queryParts(view.query);
	const drops: Omit<Drop, 'count'>[] = [
		...FACET_IDS.filter((facet) => view.filter[facet].length > 0).map((facet) => ({
			what: facet,
			text: '',
			change: { filter: { ...view.filter, [facet]: [] } }
		})),
		...(view.segment === null
			? []
			: [{ what: 'segment' as const, text: view.segment, change: { segment: null } }]),
		...parts.map((text, at) => ({
			what: 'query' as const,
			text,
			change: { query: parts.filter((_, other) => other !== at).join(' ') }
		}))
	];
	const isAll = drops.length === 1;
	return drops
		.map((drop) => ({ ...drop, count: countOf(drop.change) }))
		.filter(({ count }) => count > 0 && !isAll)
		.sort((a, b) => b.count - a.count)
		.slice(0, MOST);
}

/** The projects whose names are spelt most like a query or its words, at most three. */
export function nearestProjects<T extends Pick<Blip, 'name' | 'aliases'>>(
	text: string,
	projects: readonly T[]
): T[] {
	const byName = new Map(
		projects.flatMap((project) =>
			[...project.aliases, project.name, ...project.name.split(/[\s/-]+/)]
				.filter((name) => name.length > 2)
				.map((name) => [name, project] as const)
		)
	);
	const { words } = parseQuery(text);
	const near = [words.join(' '), ...(words.length > 1 ? words : [])].flatMap((word) =>
		nearestWords(word, byName.keys(), MOST)
	);
	return [...new Set(near.flatMap((name) => byName.get(name) ?? []))].slice(0, MOST);
}
