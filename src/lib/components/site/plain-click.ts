/** Whether a click is meant for this page: not to open another tab or window, and not taken already. */
export const isPlainClick = (event: MouseEvent): boolean =>
	event.button === 0 &&
	!event.defaultPrevented &&
	!(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
