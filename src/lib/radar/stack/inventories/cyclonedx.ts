import { listOf, mapOf, readJson } from '#lib/radar/input/json-text.ts';
import {
	eachOnce,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';
import { declaredByUrl } from './package-url.ts';

/** A CycloneDX SBOM as JSON, 1.2 and later: https://cyclonedx.org/docs/1.6/json/. */
export const readCycloneDx: ManifestReader = (text, file) => {
	const data = mapOf(readJson(text, file));
	const root = mapOf(mapOf(data.metadata).component);
	const asked = askedBy(root['bom-ref'], data.dependencies);
	const found: Declared[] = [];
	// The root is the software itself; only an image is something that others made.
	const image = declaredBy(root, null);
	if (image?.kind === 'image') found.push({ ...image, direct: true });
	const waiting = listOf(data.components).map(mapOf);
	for (let at = 0; at < waiting.length; at++) {
		const component = waiting[at] ?? {};
		const one = declaredBy(component, asked);
		if (one !== null) found.push(one);
		for (const below of listOf(component.components)) waiting.push(mapOf(below));
	}
	return eachOnce(found);
};

/** What the root depends on; null where the file does not say. */
function askedBy(root: unknown, dependencies: unknown): ReadonlySet<unknown> | null {
	const own = listOf(dependencies)
		.map(mapOf)
		.find(({ ref }) => ref === root);
	return root === undefined || own === undefined ? null : new Set(listOf(own.dependsOn));
}

function declaredBy(
	component: Record<string, unknown>,
	asked: ReadonlySet<unknown> | null
): Declared | null {
	const { purl } = component;
	if (typeof purl !== 'string') return null;
	return declaredByUrl(purl, asked === null ? null : asked.has(component['bom-ref']));
}
