import { REASONS, type Reason } from './reason.ts';

/** What an address asks of a week; empty lists ask for everything. */
export interface NewsAsked {
	/** Ids. */
	projects: string[];
	/** Segments of the radar. */
	categories: string[];
	reasons: Reason[];
	/** Ids of the reader's own projects: theirs come first, nothing is left out. */
	stack: string[];
}

const MOST_VALUES = 200;

const valuesOf = (params: URLSearchParams, name: string): string[] =>
	[...new Set(params.getAll(name).filter((value) => value !== ''))].slice(0, MOST_VALUES);

/** Never throws: ignores unknown reasons. `ids`: separated by commas or spaces, or repeated. */
export function newsAskedFrom(params: URLSearchParams): NewsAsked {
	const reasons = new Set(params.getAll('reason'));
	const ids = params.getAll('ids').flatMap((text) => text.toLowerCase().split(/[\s,]+/));
	return {
		projects: valuesOf(params, 'project'),
		categories: valuesOf(params, 'category'),
		reasons: REASONS.filter((reason) => reasons.has(reason)),
		stack: [...new Set(ids.filter((id) => id !== ''))].slice(0, MOST_VALUES)
	};
}

/** In a fixed order, so that one question has one address; `?` included, empty without a question. */
export function newsQuery({ projects, categories, reasons, stack }: NewsAsked): string {
	const params = new URLSearchParams([
		...projects.map((id) => ['project', id]),
		...categories.map((name) => ['category', name]),
		...reasons.map((reason) => ['reason', reason])
	]);
	const ids = stack.length > 0 ? `ids=${stack.map(encodeURIComponent).join(',')}` : '';
	const query = [params.toString(), ids].filter((part) => part !== '').join('&');
	return query === '' ? '' : `?${query}`;
}

export const narrowsNews = ({ projects, categories, reasons }: NewsAsked): boolean =>
	projects.length + categories.length + reasons.length > 0;
