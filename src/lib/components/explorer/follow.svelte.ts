import type { Attachment } from 'svelte/attachments';
import type { Explorer } from './explorer.svelte.ts';
import { FoundMarks } from '#lib/components/list/found-marks.ts';

/*
 * Attachments that follow the explorer on all elements with `data-project` under a root. One effect
 * then serves a thousand elements, where an expression on each would outlast the frame of a keystroke.
 */

type Drawn = HTMLElement | SVGElement;

/**
 * Applies to every project's element whether it is among the matching ones, null for all; later only to those for which
 * that changes.
 */
export function followMatches(
	explorer: Explorer,
	matchingIds: () => ReadonlySet<string> | null,
	apply: (element: Drawn, matches: boolean) => void
): Attachment<Element> {
	return (root) => {
		// The elements themselves change with it.
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

/** Marks in a list why its projects were found. */
export function followFound(explorer: Explorer): Attachment<Element> {
	return (list) => {
		void explorer.chart;
		const marks = new FoundMarks(list);
		$effect(() => marks.show(explorer.listed.reasons));
		return () => marks.show(null);
	};
}

/**
 * Keeps the router from the links to projects, whose clicks the explorer takes: after every change of the address it would
 * look at each. Not in the page as served, where what follows links should find them to be the site's own.
 */
export function keepFromRouter(explorer: Explorer): Attachment<Element> {
	return (root) => {
		// The elements themselves change with it.
		void explorer.chart;
		for (const link of root.querySelectorAll('a[data-project], [data-project] > a')) {
			link.setAttribute('rel', 'external');
		}
	};
}

/** Gives one project's element a class for as long as it is the one. */
export function followOne(id: () => string | null, className: string): Attachment<Element> {
	return (root) => {
		const wanted = id();
		if (wanted === null) return;
		const element = root.querySelector(`[data-project="${CSS.escape(wanted)}"]`);
		element?.classList.add(className);
		return () => element?.classList.remove(className);
	};
}
