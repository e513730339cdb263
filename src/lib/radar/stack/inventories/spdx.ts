import { listOf, mapOf, readJson } from '#lib/radar/input/json-text.ts';
import {
	eachOnce,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';
import { declaredByUrl } from './package-url.ts';

type Map = Record<string, unknown>;

/** An SPDX SBOM as JSON: 2.2 and 2.3, as GitHub gives it, and 3.0: https://spdx.github.io/spdx-spec/. */
export const readSpdx: ManifestReader = (text, file) => {
	const whole = mapOf(readJson(text, file));
	const data = whole.sbom === undefined ? whole : mapOf(whole.sbom);
	if (data['@graph'] !== undefined) return eachOnce(ofVersion3(listOf(data['@graph']).map(mapOf)));
	const asked = askedByRoot(data);
	return eachOnce(
		listOf(data.packages)
			.map(mapOf)
			.flatMap((one) => {
				const direct = asked === null ? null : asked.has(one.SPDXID);
				return listOf(one.externalRefs)
					.map(mapOf)
					.filter(({ referenceType }) => String(referenceType).endsWith('purl'))
					.flatMap(({ referenceLocator }) => declaredByUrl(String(referenceLocator), direct) ?? []);
			})
	);
};

/** Ids of what the described software depends on; null where no relationship tells. */
function askedByRoot(data: Map): ReadonlySet<unknown> | null {
	const relations = listOf(data.relationships).map(mapOf);
	const roots = new Set([
		...listOf(data.documentDescribes),
		...relations
			.filter(({ relationshipType: type }) => type === 'DESCRIBES')
			.map(({ relatedSpdxElement }) => relatedSpdxElement)
	]);
	const asked = relations.flatMap(({ relationshipType: type, ...one }) => {
		if (type === 'DEPENDS_ON' && roots.has(one.spdxElementId)) return [one.relatedSpdxElement];
		const isReverse = /DEPENDENCY_OF$/.test(String(type)) && roots.has(one.relatedSpdxElement);
		return isReverse ? [one.spdxElementId] : [];
	});
	return asked.length === 0 ? null : new Set(asked);
}

const ofVersion3 = (graph: readonly Map[]): Declared[] =>
	graph.flatMap((one) => {
		const ids = listOf(one.externalIdentifier)
			.map(mapOf)
			.filter(({ externalIdentifierType: type }) => type === 'packageUrl')
			.map(({ identifier }) => identifier);
		return [one.software_packageUrl, ...ids].flatMap((url) =>
			typeof url === 'string' ? (declaredByUrl(url, null) ?? []) : []
		);
	});
