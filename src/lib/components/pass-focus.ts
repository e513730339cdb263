import { tick } from 'svelte';

/** What is asked for and can be taken back, in `filter/Status.svelte`; and the count before it. */
const pills = () => [...document.querySelectorAll<HTMLElement>('.status li button')];
const count = () => document.querySelector<HTMLElement>('.status [role="status"]');

/**
 * Makes a choice that may take away what has the focus, which would then begin at the top of the page. It goes to the pill
 * that stands in the place of the one taken away, or to the first; to the count, where nothing is asked for any more.
 */
export async function passFocus(choose: () => void): Promise<void> {
	const { activeElement, body } = document;
	const at = pills().findIndex((pill) => pill === activeElement);
	choose();
	await tick();
	if (activeElement === body || document.activeElement !== body) return;
	const left = pills();
	(left[Math.max(at, 0)] ?? left.at(-1) ?? count())?.focus({ preventScroll: true });
}
