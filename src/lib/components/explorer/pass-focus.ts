const pills = () => [...document.querySelectorAll<HTMLElement>('.status li button')];
const count = () => document.querySelector<HTMLElement>('.status [role="status"]');

/** To the next pill or the count, where a choice removes the element in focus: else it falls to the page. */
export async function passFocus(choose: () => Promise<void>): Promise<void> {
	const { activeElement, body } = document;
	const at = pills().findIndex((pill) => pill === activeElement);
	await choose();
	if (activeElement === body || document.activeElement !== body) return;
	const left = pills();
	// Enter would press a pill, but not the count.
	const next = at < 0 ? null : (left[at] ?? left.at(-1));
	(next ?? count())?.focus({ preventScroll: true });
}
