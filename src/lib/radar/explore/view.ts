import { emptyFilter, FACET_IDS, facetValues, isFacetValue, isFiltering } from './filter.ts';
import type { Filter } from './filter.ts';

/** What a person asked to see of the radar. Every view is a link. */
export interface View {
	/** The search as typed, at most 200 characters; empty for none. */
	query: string;
	filter: Filter;
	/** Category whose boxes are drawn as segments; null for the whole radar. */
	segment: string | null;
	/** Project whose panel is open; null for none. */
	project: string | null;
	/** Edition; null for the newest. */
	edition: string | null;
	/** Whether names stand on the chart. */
	names: boolean;
}

const MAX_QUERY = 200;

/** The view of a bare address. */
export const plainView = (): View => ({
	query: '',
	filter: emptyFilter(),
	segment: null,
	project: null,
	edition: null,
	names: true
});

/**
 * Reads a view from the parameters of an address. Never throws: what it does not know it leaves out.
 * Values of a facet come in the facet's own order, each once.
 */
export function viewFromParams(params: URLSearchParams): View {
	const filter = emptyFilter();
	for (const id of FACET_IDS) {
		const asked = new Set(params.getAll(id).filter((value) => isFacetValue(id, value)));
		filter[id] = facetValues(id)?.filter((value) => asked.has(value)) ?? [...asked].sort();
	}
	return {
		query: (params.get('q') ?? '').slice(0, MAX_QUERY).toWellFormed(),
		filter,
		segment: params.get('segment') || null,
		project: params.get('project') || null,
		edition: params.get('edition') || null,
		names: params.get('names') !== 'off'
	};
}

/** What of an address no view can show, in words: values that a facet does not know, a segment that there is not. */
export function unknownIn(search: string, segments: readonly string[]): string[] {
	const params = new URLSearchParams(search);
	const problems = FACET_IDS.flatMap((id) => {
		const unknown = params.getAll(id).filter((value) => !isFacetValue(id, value));
		return [...new Set(unknown)].map(
			(value) => `“${id}=${value}” is not known: try ${facetValues(id)?.join(', ') ?? ''}`
		);
	});
	const segment = params.get('segment');
	if (segment && !segments.includes(segment)) problems.push(`No segment is called “${segment}”`);
	return problems;
}

/** Reads a view from the text of an address's parameters, with or without the question mark. */
export const viewFromSearch = (search: string): View => viewFromParams(new URLSearchParams(search));

/** Writes a view as parameters, always in the same order; what is as on a bare address is left out. */
export function paramsFromView(view: View): URLSearchParams {
	const params = new URLSearchParams();
	if (view.edition) params.set('edition', view.edition);
	if (view.segment) params.set('segment', view.segment);
	if (view.query) params.set('q', view.query);
	for (const id of FACET_IDS) {
		for (const value of view.filter[id]) params.append(id, value);
	}
	if (!view.names) params.set('names', 'off');
	if (view.project) params.set('project', view.project);
	return params;
}

/** The view's address relative to the radar page: `?…`, or `?` alone for the bare one. */
export const searchOf = (view: View): string => `?${paramsFromView(view)}`;

/** Whether a view leaves anything out: by its search, its filters or its segment. */
export const isNarrowed = ({ query, filter, segment }: View): boolean =>
	query !== '' || segment !== null || isFiltering(filter);
