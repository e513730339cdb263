import type { Range as Stretch, SearchResult } from '#lib/radar/explore/search.ts';

/** As the style sheet calls it. */
const HIGHLIGHT = 'found';

/**
 * Marks in a list why each project was found: the stretches of its name, or the other text that was, below it. They are
 * the browser's own highlights, so that a keystroke changes no element but those other texts.
 */
export class FoundMarks {
	readonly #links = new Map<string, Element>();
	#others: HTMLElement[] = [];

	constructor(list: Element) {
		for (const row of list.querySelectorAll<HTMLElement>('li[data-project]')) {
			if (row.firstElementChild) this.#links.set(row.dataset.project ?? '', row.firstElementChild);
		}
		// What the rows began with is said anew by the first marks.
		this.#others = [...list.querySelectorAll<HTMLElement>('.because')];
	}

	/** Marks what was found in place of what was marked before; null marks nothing. */
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
		// Older browsers do without.
		if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
	}
}

/** Stretches of the text that an element holds, for the browser. */
function rangesIn({ firstChild: text }: Element, stretches: readonly Stretch[]): StaticRange[] {
	if (!(text instanceof Text)) return [];
	return stretches
		.filter(([, to]) => to <= text.length)
		.map(
			([startOffset, endOffset]) =>
				new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })
		);
}
