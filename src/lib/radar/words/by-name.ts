const NAMES = new Intl.Collator('en', { sensitivity: 'base' });

export const byName = (a: { id: string; name: string }, b: { id: string; name: string }): number =>
	NAMES.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
