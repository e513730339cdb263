/** Registries whose downloads are counted. */
export const REGISTRIES = ['pypi', 'npm'] as const;
export type Registry = (typeof REGISTRIES)[number];

/** Kinds of names that a dependency manifest can hold. */
export const MANIFEST_KINDS = [
	'go',
	'npm',
	'pypi',
	'maven',
	'cargo',
	'nuget',
	'image',
	'chart',
	'debian'
] as const;
export type ManifestKind = (typeof MANIFEST_KINDS)[number];

const lower = (name: string): string => name.toLowerCase();

/** How each kind spells one name in several ways: all come out as one. */
const SPELLINGS: Record<ManifestKind, (name: string) => string> = {
	go: lower,
	npm: lower,
	// https://packaging.python.org/en/latest/specifications/name-normalization/
	pypi: (name) => lower(name).replace(/[-_.]+/g, '-'),
	maven: lower,
	cargo: (name) => lower(name).replaceAll('_', '-'),
	nuget: lower,
	image: imageName,
	chart: lower,
	debian: lower
};

/** One spelling for every spelling of a package's name. */
export const packageKey = (kind: ManifestKind, name: string): string => SPELLINGS[kind](name);

/** An image without tag and digest; those of Docker Hub without host, and its official ones without `library/`. */
function imageName(reference: string): string {
	const name = lower(reference.split('@')[0] ?? '').replace(/:[^:/]*$/, '');
	return name.replace(/^(?:index\.|registry-1\.)?docker\.io\//, '').replace(/^library\//, '');
}

/** What a longer name begins with when it belongs to the shorter one; null where only whole names match. */
const SEPARATORS: Partial<Record<ManifestKind, string>> = {
	go: '/',
	maven: '.',
	nuget: '.'
};

/** The name and every shorter one that it belongs to, longest first: `a.b.c`, `a.b`, `a`. */
export function namesAbove(kind: ManifestKind, name: string): string[] {
	const key = packageKey(kind, name);
	const separator = SEPARATORS[kind];
	if (separator === undefined) return [key];
	// A Maven name is `group:artifact`; the group alone stands for all of its artifacts.
	const [whole = key, ...artifact] = key.split(':');
	const parts = whole.split(separator);
	const above = parts.map((_, i) => parts.slice(0, parts.length - i).join(separator));
	return artifact.length > 0 ? [key, ...above] : above;
}

/** What the longest known name above this one, or the name itself, stands for; `known`: by {@link nameKey}. */
export function longestKnown<T>(
	known: ReadonlyMap<string, T>,
	kind: ManifestKind,
	name: string
): T | null {
	for (const key of namesAbove(kind, name)) {
		const found = known.get(`${kind} ${key}`);
		if (found !== undefined) return found;
	}
	return null;
}

/** One id for every spelling of a name. */
export const nameKey = (kind: ManifestKind, name: string): string =>
	`${kind} ${packageKey(kind, name)}`;
