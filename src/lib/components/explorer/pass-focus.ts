import { tick } from 'svelte';

/** What is asked for and can be taken back, in `filter/Status.svelte`; and the count before it. */
const pills = () => [...document.querySelectorAll<HTMLElement>('.status li button')];
const count = () => document.querySelector<HTMLElement>('.status [role="status"]');

/**
 * Makes a choice that may take away what has the focus, which would then begin at the top of the page. It goes to the pill
 * that stands in the place of the one taken away; else to the count, which stands before the pills.
 */
export async function passFocus(choose: () => void): Promise<void> {
	const { activeElement, body } = document;
	const at = pills().findIndex((pill) => pill === activeElement);
	choose();
	await tick();
	if (activeElement === body || document.activeElement !== body) return;
	const left = pills();
	// The Enter that follows a link here would press a pill, but not the count.
	const next = at < 0 ? null : (left[at] ?? left.at(-1));
	(next ?? count())?.focus({ preventScroll: true });
}
