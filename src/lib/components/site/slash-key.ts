import type { Attachment } from 'svelte/attachments';

/** Where a "/" is meant to be written, or chooses something. */
const TAKES_LETTERS =
	'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])';

/** Puts the cursor into a search field when "/" is pressed, wherever that is not a letter to be written. */
export const slashFocuses: Attachment<HTMLInputElement> = (input) => {
	function onkeydown(event: KeyboardEvent): void {
		if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
		const { target } = event;
		if (target instanceof Element && target.closest(TAKES_LETTERS)) return;
		// A sheet that takes the page over keeps the focus.
		if (document.querySelector('dialog:modal')) return;
		event.preventDefault();
		input.focus();
		input.select();
	}
	document.addEventListener('keydown', onkeydown);
	return () => document.removeEventListener('keydown', onkeydown);
};
