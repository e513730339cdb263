import { listOf, mapOf } from '#lib/radar/input/json-text.ts';
import { eachOnce, type ManifestReader } from '#lib/radar/stack/manifests/declared.ts';
import { parseToml } from '#lib/radar/stack/manifests/toml.ts';

/** What uv gives the project itself as source. */
const OWN_SOURCES = ['virtual', 'editable', 'workspace'];

const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const namesIn = (list: unknown): string[] => listOf(list).flatMap((one) => textOf(mapOf(one).name));

/**
 * `uv.lock`, `poetry.lock`, `pdm.lock` and `pylock.toml`. Only uv's holds the project itself, and so what it asks for.
 */
export const readPythonLock: ManifestReader = (text, file) => {
	const data = parseToml(text, file);
	const packages = [...listOf(data.package), ...listOf(data.packages)].map(mapOf);
	const isOwn = ({ source }: Record<string, unknown>) =>
		OWN_SOURCES.some((key) => mapOf(source)[key] !== undefined);
	const own = packages.filter(isOwn);
	const asked = new Set(
		own.flatMap((one) => [
			...namesIn(one.dependencies),
			...Object.values(mapOf(one['optional-dependencies'])).flatMap(namesIn),
			...Object.values(mapOf(one['dev-dependencies'])).flatMap(namesIn)
		])
	);
	return eachOnce(
		packages
			.filter((one) => !isOwn(one))
			.flatMap(({ name }) => textOf(name))
			.map((name) => ({
				kind: 'pypi',
				name,
				direct: own.length === 0 ? null : asked.has(name)
			}))
	);
};
