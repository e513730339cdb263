import { type FacetCounts, type FacetId, facetValues, NONE } from '#lib/radar/explore/filter.ts';
import type { EditionPage, EditionSegment } from '#lib/radar/edition/edition-page.ts';
import {
	CONFIDENCE_WORDS,
	LICENSE_WORDS,
	MATURITY_WORDS,
	MOVEMENT_WORDS,
	RING_MEANINGS,
	RING_WORDS,
	ringText,
	TREND_WORDS
} from '#lib/radar/words/labels.ts';

export const FACET_WORDS: Record<FacetId, string> = {
	ring: 'Ring',
	movement: 'Movement',
	category: 'Segment',
	subcategory: 'Subcategory',
	maturity: 'Maturity',
	license: 'Licence',
	language: 'Language',
	trend: 'Momentum',
	data: 'Data state'
};

const VALUE_WORDS: Partial<Record<FacetId, Record<string, string>>> = {
	ring: RING_WORDS,
	movement: MOVEMENT_WORDS,
	maturity: { ...MATURITY_WORDS, [NONE]: 'No maturity' },
	license: LICENSE_WORDS,
	language: { [NONE]: 'Not known' },
	trend: { ...TREND_WORDS, [NONE]: 'Not known' },
	data: {
		...CONFIDENCE_WORDS,
		borderline: 'Borderline ring',
		archived: 'Archived',
		'not-rated': ringText(null)
	}
};

const GLYPHS: Partial<Record<FacetId, Record<string, string>>> = {
	ring: { adopt: 'adopt', trial: 'trial', assess: 'assess', hold: 'hold' },
	movement: { new: 'star', in: 'arc-in', out: 'arc-out', none: 'circle' },
	trend: { rising: 'rising', steady: 'steady', falling: 'falling' },
	data: { low: 'circle hollow', archived: 'square', 'not-rated': 'not-rated' }
};

export interface Option {
	value: string;
	label: string;
	/** Projects left after choosing it. */
	count: number;
	/** As on the chart; null: none. */
	glyph: string | null;
	colour: EditionSegment['colour'] | null;
	/** Shown below the label; null when the label says enough. */
	meaning: string | null;
}

export const valueText = (facet: FacetId, value: string): string =>
	VALUE_WORDS[facet]?.[value] ?? value;

/** Open vocabularies come by frequency. */
export function optionsOf(
	facet: FacetId,
	counts: FacetCounts,
	chosen: readonly string[],
	{ segments }: Pick<EditionPage, 'segments'>
): Option[] {
	return valuesOnOffer(facet, counts, chosen, segments).map((value) => ({
		value,
		label: valueText(facet, value),
		count: counts[facet].get(value) ?? 0,
		glyph: facet === 'category' ? 'circle' : (GLYPHS[facet]?.[value] ?? null),
		colour:
			facet === 'category' ? (segments.find(({ name }) => name === value)?.colour ?? null) : null,
		meaning: facet === 'ring' ? (RING_MEANINGS[value] ?? null) : null
	}));
}

function valuesOnOffer(
	facet: FacetId,
	counts: FacetCounts,
	chosen: readonly string[],
	segments: readonly EditionSegment[]
): readonly string[] {
	if (facet === 'category') return segments.map(({ name }) => name);
	const found = [...counts[facet].keys()];
	return [...new Set([...(facetValues(facet) ?? []), ...found, ...chosen])];
}
