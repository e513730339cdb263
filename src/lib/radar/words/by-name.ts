const NAMES = new Intl.Collator('en', { sensitivity: 'base' });

/** Orders projects by name as people read it, those of the same name by id. */
export const byName = (a: { id: string; name: string }, b: { id: string; name: string }): number =>
	NAMES.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
