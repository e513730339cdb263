/** A step of the history, as the browser knows it. */
export interface Step {
	key: string;
	address: URL;
}

/** The step that "back" leads to; null where that is none of this site's, or the browser does not tell. */
export function stepBefore(): Step | null {
	if (!('navigation' in window)) return null;
	const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1];
	return before?.url ? { key: before.key, address: new URL(before.url) } : null;
}
