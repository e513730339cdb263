import type { Blip } from '#lib/radar/model/placement.ts';
import { stayed } from '#lib/radar/edition/moves/stayed.ts';
import {
	CONFIDENCE_LEVELS,
	LICENSE_CLASSES,
	MATURITIES,
	MOVEMENTS,
	RINGS,
	TRENDS
} from '#lib/radar/words/vocabulary.ts';
import type { Path } from '#lib/radar/words/vocabulary.ts';

/** Stands for "has none" where a project may lack the thing: no CNCF maturity, no main language, no known momentum. */
export const NONE = 'none';

/** What is known of a project, as filtered: how well it is observed, and states that the shape shows. */
export const DATA_STATES = [...CONFIDENCE_LEVELS, 'borderline', 'archived', 'not-rated'] as const;

/** A place in the landscape as one text, since the same box stands under several categories. */
export const pathText = ({ category, subcategory }: Path): string => `${category} / ${subcategory}`;

interface FacetRule {
	/** The values that a project has: it matches when one of them is asked for. */
	valuesOf: (blip: Blip) => readonly string[];
	/** All values in their order; null where they come from the edition. */
	values: readonly string[] | null;
}

/** Every facet by its name in the URL. A new one is a row here and a label in the filters. */
const RULES = {
	ring: { valuesOf: (blip) => (blip.ring ? [blip.ring] : []), values: RINGS },
	movement: {
		// Who has no ring now, or had none before, did not keep one.
		valuesOf: (blip) => (blip.movement !== 'none' || stayed(blip) ? [blip.movement] : []),
		values: MOVEMENTS.filter((movement) => movement !== 'left')
	},
	category: { valuesOf: (blip) => [blip.category], values: null },
	subcategory: { valuesOf: (blip) => [pathText(blip)], values: null },
	maturity: { valuesOf: (blip) => [blip.maturity ?? NONE], values: [...MATURITIES, NONE] },
	license: { valuesOf: (blip) => [blip.licenseClass], values: LICENSE_CLASSES },
	language: { valuesOf: (blip) => [blip.language ?? NONE], values: null },
	trend: { valuesOf: (blip) => [blip.trend ?? NONE], values: [...TRENDS, NONE] },
	data: { valuesOf: dataStates, values: DATA_STATES }
} as const satisfies Record<string, FacetRule>;

export type FacetId = keyof typeof RULES;
export const FACET_IDS = Object.keys(RULES) as FacetId[];

/** What is asked for: values by facet. An empty list asks for nothing, so everything passes. */
export type Filter = Record<FacetId, readonly string[]>;

/** A filter that everything passes. */
export const emptyFilter = (): Filter =>
	Object.fromEntries(FACET_IDS.map((id) => [id, []])) as unknown as Filter;

/** Whether a facet can have a value at all: closed vocabularies refuse words that they do not know. */
export function isFacetValue(facet: FacetId, value: string): boolean {
	const { values }: FacetRule = RULES[facet];
	return values === null ? value.trim() !== '' : values.includes(value);
}

/** The values of a facet in their order, or null where they come from the edition. */
export const facetValues = (facet: FacetId): readonly string[] | null => RULES[facet].values;

/** The values that a project has in a facet. */
export const valuesOf = (facet: FacetId, blip: Blip): readonly string[] =>
	RULES[facet].valuesOf(blip);

function dataStates(blip: Blip): readonly string[] {
	const states: string[] = blip.ring === null ? ['not-rated'] : [blip.confidence];
	if (blip.borderline) states.push('borderline');
	if (blip.archived) states.push('archived');
	return states;
}

// A subcategory narrows its category, so the two together ask for places: either is enough.
const PLACES: readonly FacetId[] = ['category', 'subcategory'];
const GROUPS: readonly (readonly FacetId[])[] = [
	PLACES,
	...FACET_IDS.filter((id) => id !== 'category' && id !== 'subcategory').map((id) => [id])
];

/** Whether any facet asks for anything. */
export const isFiltering = (filter: Filter): boolean =>
	FACET_IDS.some((id) => filter[id].length > 0);

/** Whether a project has, in every facet asked for, one of the values asked for. */
export const matchesFilter = (filter: Filter, blip: Blip): boolean =>
	GROUPS.every((group) => passes(filter, group, blip));

/** Ids of the projects that match. */
export const matchingIds = (filter: Filter, blips: readonly Blip[]): ReadonlySet<string> =>
	new Set(blips.filter((blip) => matchesFilter(filter, blip)).map(({ id }) => id));

function passes(filter: Filter, group: readonly FacetId[], blip: Blip): boolean {
	let asked = false;
	for (const id of group) {
		if (filter[id].length === 0) continue;
		asked = true;
		if (valuesOf(id, blip).some((value) => filter[id].includes(value))) return true;
	}
	return !asked;
}

/** How many projects each value would leave, by facet. */
export type FacetCounts = Record<FacetId, Map<string, number>>;

/**
 * Counts beside the values of each facet: projects that have the value and pass all *other* facets,
 * so that a second choice in the same facet shows what it would add. A segment that is zoomed into (null for none) asks for
 * a place too: other places are counted, since choosing one leaves it.
 */
export function countFacets(
	filter: Filter,
	blips: readonly Blip[],
	segment: string | null = null
): FacetCounts {
	const counts = Object.fromEntries(FACET_IDS.map((id) => [id, new Map()])) as FacetCounts;
	for (const blip of blips) {
		const isOutside = segment !== null && blip.category !== segment;
		const failed = GROUPS.filter(
			(group) => (isOutside && group === PLACES) || !passes(filter, group, blip)
		);
		if (failed.length > 1) continue;
		for (const id of failed[0] ?? FACET_IDS) {
			for (const value of valuesOf(id, blip)) {
				counts[id].set(value, (counts[id].get(value) ?? 0) + 1);
			}
		}
	}
	return counts;
}

/** Whether a value of a facet stands in another segment than this. */
export function isElsewhere(segment: string, facet: FacetId, value: string): boolean {
	if (facet === 'category') return value !== segment;
	return (
		facet === 'subcategory' && !value.startsWith(pathText({ category: segment, subcategory: '' }))
	);
}

/** The filter with a value put in, or taken out if it stood there. */
export function toggled(filter: Filter, facet: FacetId, value: string): Filter {
	const had = filter[facet].includes(value);
	return {
		...filter,
		[facet]: had ? filter[facet].filter((v) => v !== value) : [...filter[facet], value]
	};
}
