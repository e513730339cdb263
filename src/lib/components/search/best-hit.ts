import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';
import { bestFirst } from '#lib/radar/explore/search.ts';

/** Id of the only or the best project found; null where a search has only conditions that several meet. */
export function bestHit({ found, edition, matching }: Explorer): string | null {
	if (found === null) return null;
	const left = edition.blips.filter(({ id }) => matching?.has(id) ?? true);
	const [best] = bestFirst(found, left);
	if (best === undefined) return null;
	const hit = found.why(best.id);
	const isNamed = hit !== undefined && (hit.name.length > 0 || hit.because !== null);
	return isNamed || left.length === 1 ? best.id : null;
}
