import { preloadData } from '$app/navigation';
import { resolve } from '$app/paths';
import type { EditionView } from '#lib/radar/edition/page-data.ts';

/**
 * The newest edition, as the radar's own page loads it; that page then opens at once.
 * @throws {Error} when it does not come.
 */
export async function fetchRadar(): Promise<EditionView> {
	const answer = await preloadData(resolve('/'));
	// What did not come is answered like a page, only without its data.
	const { view }: { view?: EditionView } = answer.type === 'loaded' ? answer.data : {};
	if (view === undefined) throw new Error('The radar did not come.');
	return view;
}
