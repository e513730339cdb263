import {
	emptyFilter,
	FACET_IDS,
	facetValues,
	isFacetValue,
	isFiltering,
	type Filter
} from './filter.ts';

export interface Asked {
	/** At most 4,000 characters. */
	query: string;
	filter: Filter;
	/** Null for the whole radar. */
	segment: string | null;
	project: string | null;
	edition: string | null;
	names: boolean;
}

/** Room for the ids of a whole stack. */
export const MAX_QUERY = 4000;

export const nothingAsked = (): Asked => ({
	query: '',
	filter: emptyFilter(),
	segment: null,
	project: null,
	edition: null,
	names: true
});

/** Never throws: ignores unknown input. */
export function askedFrom(params: URLSearchParams): Asked {
	const filter = emptyFilter();
	for (const id of FACET_IDS) {
		const asked = new Set(params.getAll(id).filter((value) => isFacetValue(id, value)));
		const named = facetValues(id)?.filter((value) => asked.has(value)) ?? [];
		filter[id] = [...named, ...[...asked].filter((value) => !named.includes(value)).sort()];
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

export const askedFromSearch = (search: string): Asked => askedFrom(new URLSearchParams(search));

/** Stable order; omits defaults. */
export function paramsFrom(view: Asked): URLSearchParams {
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

/** Parameters of `view`, then those of `search` that are named in `kept`. */
export function paramsKeeping(view: Asked, search: string, kept: readonly string[]): string {
	const params = paramsFrom(view);
	for (const [key, value] of new URLSearchParams(search)) {
		if (kept.includes(key)) params.append(key, value);
	}
	return params.toString();
}

export const searchOf = (view: Asked): string => `?${paramsFrom(view)}`;

export const isNarrowed = ({ query, filter, segment }: Asked): boolean =>
	query !== '' || segment !== null || isFiltering(filter);
