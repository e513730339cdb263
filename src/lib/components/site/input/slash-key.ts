import type { Attachment } from 'svelte/attachments';

/** "/" is text or a choice here. */
const TAKES_LETTERS =
	'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])';

export const slashFocuses: Attachment<HTMLInputElement> = (input) => {
	function onkeydown(event: KeyboardEvent): void {
		if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
		const { target } = event;
		if (target instanceof Element && target.closest(TAKES_LETTERS)) return;
		// A modal sheet keeps the focus.
		if (document.querySelector('dialog:modal')) return;
		event.preventDefault();
		input.focus();
		input.select();
	}
	document.addEventListener('keydown', onkeydown);
	return () => document.removeEventListener('keydown', onkeydown);
};
