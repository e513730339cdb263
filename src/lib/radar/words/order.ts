const ALPHABET = new Intl.Collator('en', { sensitivity: 'base' });

/** By code units: the same on every machine. For ids, days and files. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** {@link byText} of what `key` gives. */
export const by =
	<T>(key: (item: T) => string) =>
	(a: T, b: T): number =>
		byText(key(a), key(b));

/** As a reader looks things up: letters alone, then by code units. */
export const alphabetically = (a: string, b: string): number =>
	ALPHABET.compare(a, b) || byText(a, b);

export const byName = (a: { id: string; name: string }, b: { id: string; name: string }): number =>
	ALPHABET.compare(a.name, b.name) || byText(a.id, b.id);
