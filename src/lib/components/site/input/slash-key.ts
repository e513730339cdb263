import type { Attachment } from 'svelte/attachments';

/** "/" is text or a choice here. */
const TAKES_LETTERS =
	'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])';

/** A letter belongs to a field, or to a modal sheet, which keeps the focus. */
export const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
	ctrlKey ||
	metaKey ||
	altKey ||
	(target instanceof Element && target.closest(TAKES_LETTERS) !== null) ||
	document.querySelector('dialog:modal') !== null;

export const slashFocuses: Attachment<HTMLInputElement> = (input) => {
	function onkeydown(event: KeyboardEvent): void {
		if (event.key !== '/' || isTyping(event)) return;
		event.preventDefault();
		input.focus();
		input.select();
	}
	document.addEventListener('keydown', onkeydown);
	return () => document.removeEventListener('keydown', onkeydown);
};
