import type { Attachment } from 'svelte/attachments';
import type { Explorer } from './explorer.svelte.ts';
import { FoundMarks } from '#lib/components/list/found-marks.ts';

/* One effect for a thousand elements: an expression each is too slow. */

type Drawn = HTMLElement | SVGElement;

export function followMatches(
	explorer: Explorer,
	matchingIds: () => ReadonlySet<string> | null,
	apply: (element: Drawn, matches: boolean) => void
): Attachment<Element> {
	return (root) => {
		// Elements change with the chart.
		void explorer.chart;
		const elements = [...root.querySelectorAll<Drawn>('[data-project]')];
		const ids = elements.map((element) => element.dataset.project ?? '');
		const before: boolean[] = [];
		$effect(() => {
			const matching = matchingIds();
			elements.forEach((element, at) => {
				const matches = matching === null || matching.has(ids[at] ?? '');
				if (before[at] !== matches) apply(element, matches);
				before[at] = matches;
			});
		});
	};
}

export function followFound(explorer: Explorer): Attachment<Element> {
	return (list) => {
		void explorer.chart;
		const marks = new FoundMarks(list);
		$effect(() => marks.show(explorer.listed.reasons));
		return () => marks.show(null);
	};
}

/** Spares the router a check of each link. */
export function keepFromRouter(explorer: Explorer): Attachment<Element> {
	return (root) => {
		void explorer.chart;
		for (const link of root.querySelectorAll('a[data-project], [data-project] > a')) {
			link.setAttribute('rel', 'external');
		}
	};
}

export function followOne(id: () => string | null, className: string): Attachment<Element> {
	return (root) => {
		const wanted = id();
		if (wanted === null) return;
		const element = root.querySelector(`[data-project="${CSS.escape(wanted)}"]`);
		element?.classList.add(className);
		return () => element?.classList.remove(className);
	};
}
