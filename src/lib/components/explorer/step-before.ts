export interface Step {
	key: string;
	address: URL;
}

/** Null: another site, or no Navigation API. */
export function stepBefore(): Step | null {
	if (!('navigation' in window)) return null;
	const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1];
	return before?.url ? { key: before.key, address: new URL(before.url) } : null;
}
