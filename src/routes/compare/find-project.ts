/** By id, name, or the only name that contains the text. Null for none or several. */
export function findProject<P extends { id: string; name: string }>(
	text: string,
	projects: readonly P[]
): P | null {
	const wanted = text.trim().toLowerCase();
	if (wanted === '') return null;
	const called = projects.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
	if (called) return called;
	const [one, ...others] = projects.filter(({ name }) => name.toLowerCase().includes(wanted));
	return others.length === 0 ? (one ?? null) : null;
}

/** A new project, a duplicate, or an unknown text. */
export function askedBeside<P extends { id: string; name: string }>(
	text: string,
	projects: readonly P[],
	there: readonly string[]
): { added: P | null; already: P | null; unknown: string[] } {
	const meant = findProject(text, projects);
	const isThere = meant !== null && there.includes(meant.id);
	return {
		added: isThere ? null : meant,
		already: isThere ? meant : null,
		unknown: meant === null && text.trim() !== '' ? [text.trim()] : []
	};
}
