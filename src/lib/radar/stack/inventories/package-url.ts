import type { ManifestKind } from '#lib/radar/landscape/package-names.ts';
import type { Declared } from '#lib/radar/stack/manifests/declared.ts';

/** Types of package URLs: https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst. */
const KINDS: Record<string, ManifestKind> = {
	golang: 'go',
	npm: 'npm',
	pypi: 'pypi',
	maven: 'maven',
	cargo: 'cargo',
	nuget: 'nuget',
	docker: 'image',
	oci: 'image',
	helm: 'chart',
	deb: 'debian'
};

const PARTS = /^pkg:\/*([A-Za-z][\w.+-]*)\/([^?#]+)(?:\?([^#]*))?/;

/**
 * The name behind a package URL, as a manifest would declare it.
 * Null: it is no package URL, or of a type that `data/packages.yml` does not know.
 */
export function declaredByUrl(url: string, direct: boolean | null): Declared | null {
	const [, type = '', path = '', query = ''] = PARTS.exec(url.trim()) ?? [];
	const kind = KINDS[type.toLowerCase()];
	if (kind === undefined) return null;
	const parts = withoutVersion(path)
		.split('/')
		.filter((part) => part !== '')
		.map(decoded);
	const name = parts.pop();
	if (name === undefined || name === '') return null;
	return { kind, name: nameOf(type.toLowerCase(), parts, name, query), direct };
}

function nameOf(type: string, namespace: string[], name: string, query: string): string {
	if (type === 'maven') return [namespace.join('.'), name].filter(Boolean).join(':');
	// Debian's namespace is the distribution, Helm's a repository of charts.
	if (type === 'deb' || type === 'helm') return name;
	// An image of the type `oci` has its place in a qualifier only.
	const place = new URLSearchParams(query).get('repository_url');
	if (type === 'oci' && place !== null) return place.replace(/^\w+:\/\//, '');
	const host = type === 'docker' && place !== null ? [place.replace(/^\w+:\/\//, '')] : [];
	return [...host, ...namespace, name].join('/');
}

/** A scope's `@` is encoded as %40, or stands first in a part; a version's stands later. */
const withoutVersion = (path: string): string => path.replace(/(?<=[^/])@[^/]*$/, '');

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
