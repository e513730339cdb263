/** Leaves out null; returns '' when nothing is left. */
export function queryText(parts: Readonly<Record<string, string | null>>): `?${string}` | '' {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(parts)) {
		if (value !== null) params.set(name, value);
	}
	return params.size === 0 ? '' : `?${params.toString().replaceAll('%2C', ',')}`;
}
