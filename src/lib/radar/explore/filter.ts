import { formatPath } from '#lib/radar/landscape/path.ts';
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

/** Missing maturity, language or momentum. */
export const NONE = 'none';

export const DATA_STATES = [...CONFIDENCE_LEVELS, 'borderline', 'archived', 'not-rated'] as const;

interface FacetRule {
	valuesOf: (blip: Blip) => readonly string[];
	/** Null: taken from the edition. */
	values: readonly string[] | null;
	/** Whether a value beside those is known. */
	isBeside?: (value: string) => boolean;
}

const RULES = {
	ring: { valuesOf: (blip) => (blip.ring ? [blip.ring] : []), values: RINGS },
	movement: {
		// `none` counts only when both editions rate the project.
		valuesOf: (blip) => (blip.movement !== 'none' || stayed(blip) ? [blip.movement] : []),
		values: MOVEMENTS.filter((movement) => movement !== 'left')
	},
	category: { valuesOf: (blip) => [blip.category], values: null },
	subcategory: { valuesOf: (blip) => [formatPath(blip)], values: null },
	maturity: { valuesOf: (blip) => [blip.maturity ?? NONE], values: [...MATURITIES, NONE] },
	license: {
		valuesOf: ({ license, licenseClass }) =>
			license === null ? [licenseClass] : [licenseClass, license],
		values: LICENSE_CLASSES,
		// SPDX ids begin with a capital or a digit.
		isBeside: (value) => /^[A-Z0-9]/.test(value)
	},
	language: { valuesOf: (blip) => [blip.language ?? NONE], values: null },
	trend: { valuesOf: (blip) => [blip.trend ?? NONE], values: [...TRENDS, NONE] },
	data: { valuesOf: dataStates, values: DATA_STATES }
} as const satisfies Record<string, FacetRule>;

export type FacetId = keyof typeof RULES;
export const FACET_IDS = Object.keys(RULES) as FacetId[];

/** An empty list passes everything. */
export type Filter = Record<FacetId, readonly string[]>;

export const emptyFilter = (): Filter =>
	Object.fromEntries(FACET_IDS.map((id) => [id, []])) as unknown as Filter;

export function isFacetValue(facet: FacetId, value: string): boolean {
	const { values, isBeside }: FacetRule = RULES[facet];
	if (values === null) return value.trim() !== '';
	return values.includes(value) || (isBeside?.(value) ?? false);
}

/** Null: open. A facet may know values beside these. */
export const facetValues = (facet: FacetId): readonly string[] | null => RULES[facet].values;

export const valuesOf = (facet: FacetId, blip: Blip): readonly string[] =>
	RULES[facet].valuesOf(blip);

function dataStates(blip: Blip): readonly string[] {
	const states: string[] = blip.ring === null ? ['not-rated'] : [blip.confidence];
	if (blip.borderline) states.push('borderline');
	if (blip.archived) states.push('archived');
	return states;
}

// A subcategory narrows its category: matching either is enough.
const PLACES: readonly FacetId[] = ['category', 'subcategory'];
const GROUPS: readonly (readonly FacetId[])[] = [
	PLACES,
	...FACET_IDS.filter((id) => id !== 'category' && id !== 'subcategory').map((id) => [id])
];

export const isFiltering = (filter: Filter): boolean =>
	FACET_IDS.some((id) => filter[id].length > 0);

/** Some wanted value in every facet in use. */
export const matchesFilter = (filter: Filter, blip: Blip): boolean =>
	GROUPS.every((group) => passes(filter, group, blip));

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

export type FacetCounts = Record<FacetId, Map<string, number>>;

/**
 * Projects that pass all other facets. Places outside the zoomed segment count too: choosing one
 * leaves it.
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

export function isElsewhere(segment: string, facet: FacetId, value: string): boolean {
	if (facet === 'category') return value !== segment;
	return (
		facet === 'subcategory' && !value.startsWith(formatPath({ category: segment, subcategory: '' }))
	);
}

export function toggled(filter: Filter, facet: FacetId, value: string): Filter {
	const had = filter[facet].includes(value);
	return {
		...filter,
		[facet]: had ? filter[facet].filter((v) => v !== value) : [...filter[facet], value]
	};
}
