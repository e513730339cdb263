import { preloadData } from '$app/navigation';
import { resolve } from '$app/paths';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';

/**
 * Preloads the radar page, which then opens at once.
 * @throws {Error} when it cannot load.
 */
export async function fetchRadar(): Promise<EditionPage> {
	const answer = await preloadData(resolve('/'));
	// A failed load answers like a page without data.
	const { view }: { view?: EditionPage } = answer.type === 'loaded' ? answer.data : {};
	if (view === undefined) throw new Error('The radar did not come.');
	return view;
}
