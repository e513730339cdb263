import type { Range as Stretch, SearchResult } from '#lib/radar/explore/search.ts';

const HIGHLIGHT = 'found';

/** CSS highlights: a keystroke changes few elements. */
export class FoundMarks {
	readonly #links = new Map<string, Element>();
	#others: HTMLElement[] = [];

	constructor(list: Element) {
		for (const row of list.querySelectorAll<HTMLElement>('li[data-project]')) {
			if (row.firstElementChild) this.#links.set(row.dataset.project ?? '', row.firstElementChild);
		}
		// The first marks replace them.
		this.#others = [...list.querySelectorAll<HTMLElement>('.because')];
	}

	/** Null clears. */
	show(found: SearchResult | null): void {
		for (const other of this.#others) other.remove();
		this.#others = [];
		const ranges: StaticRange[] = [];
		for (const id of found?.hits ?? []) {
			const link = this.#links.get(id);
			const hit = found?.why(id);
			if (!link || !hit) continue;
			ranges.push(...rangesIn(link, hit.name));
			if (hit.because === null) continue;
			const other = document.createElement('small');
			other.className = 'because';
			other.textContent = hit.because.text;
			link.after(other);
			this.#others.push(other);
			ranges.push(...rangesIn(other, hit.because.ranges));
		}
		// Old browsers lack highlights.
		if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
	}
}

function rangesIn({ firstChild: text }: Element, stretches: readonly Stretch[]): StaticRange[] {
	if (!(text instanceof Text)) return [];
	return stretches
		.filter(([, to]) => to <= text.length)
		.map(
			([startOffset, endOffset]) =>
				new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })
		);
}
