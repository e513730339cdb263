/** False for new tabs and handled clicks. */
export const isPlainClick = (event: MouseEvent): boolean =>
	event.button === 0 &&
	!event.defaultPrevented &&
	!(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
