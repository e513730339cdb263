import type { Range as Stretch, SearchResult } from '#lib/radar/explore/search.ts';

/** Marks what was found in the rows of a list by CSS highlights, which change no element. Null clears. */
export function highlightFound(list: Element, found: SearchResult | null): void {
	// Old browsers lack highlights.
	if (!('highlights' in CSS)) return;
	const rows = found ? list.querySelectorAll<HTMLElement>('li[data-project]') : [];
	const ranges = [...rows].flatMap((row) => {
		const hit = found?.why(row.dataset.project ?? '');
		if (!hit) return [];
		return [
			...rangesIn(row.querySelector('a'), hit.name),
			...rangesIn(row.querySelector('.because'), hit.because?.ranges ?? [])
		];
	});
	CSS.highlights.set('found', new Highlight(...ranges));
}

function rangesIn(element: Element | null, stretches: readonly Stretch[]): StaticRange[] {
	const text = element?.firstChild;
	if (!(text instanceof Text)) return [];
	return stretches
		.filter(([, to]) => to <= text.length)
		.map(
			([startOffset, endOffset]) =>
				new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })
		);
}
