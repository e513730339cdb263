/** `?a=1&b=2` of what is given, in that order; what is null is left out, and of nothing comes nothing. */
export function queryText(parts: Readonly<Record<string, string | null>>): `?${string}` | '' {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(parts)) {
		if (value !== null) params.set(name, value);
	}
	// A comma needs no escape, and lists read better without.
	return params.size === 0 ? '' : `?${params.toString().replaceAll('%2C', ',')}`;
}
