import type { createFuzzySearch } from '#lib/radar/explore/fuzzy.ts';

type Forgiving = typeof createFuzzySearch;

let create = $state.raw<Forgiving | null>(null);

/** The search that forgives misspellings; null until {@link loadForgiving} was called. */
export const forgiving = (): Forgiving | null => create;

/** Its 5 kB are loaded where somebody searches, so that all others do not pay for it. */
export async function loadForgiving(): Promise<void> {
	create ??= (await import('#lib/radar/explore/fuzzy.ts')).createFuzzySearch;
}
