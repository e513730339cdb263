import { tick } from 'svelte';

const pills = () => [...document.querySelectorAll<HTMLElement>('.status li button')];
const count = () => document.querySelector<HTMLElement>('.status [role="status"]');

/** Else the browser drops the focus to the page. */
export async function passFocus(choose: () => void): Promise<void> {
	const { activeElement, body } = document;
	const at = pills().findIndex((pill) => pill === activeElement);
	choose();
	await tick();
	if (activeElement === body || document.activeElement !== body) return;
	const left = pills();
	// Enter would press a pill, but not the count.
	const next = at < 0 ? null : (left[at] ?? left.at(-1));
	(next ?? count())?.focus({ preventScroll: true });
}
