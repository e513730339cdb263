/** A variable with or without default: `${NAME}`, `${NAME:-default}`, `$NAME`. */
const VARIABLE = /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g;

/** A reference with its variables filled in; null where one has neither value nor default before the tag. */
export function filledReference(
	reference: string,
	values: ReadonlyMap<string, string> = new Map()
): string | null {
	const filled = reference.trim().replace(VARIABLE, (_, braced, fallback, plain) => {
		const name: string = braced ?? plain;
		return values.get(name) ?? fallback ?? '$';
	});
	const name = filled.split('@')[0]?.replace(/:[^:/]*$/, '') ?? '';
	return name === '' || name.includes('$') ? null : name;
}
