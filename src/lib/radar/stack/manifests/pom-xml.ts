import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { mapOf } from '#lib/radar/input/json-text.ts';
import { declare, unreadable, type ManifestReader } from './declared.ts';

const parser = new XMLParser({
	parseTagValue: false,
	processEntities: false,
	removeNSPrefix: true,
	isArray: (name) => name === 'dependency'
});

/** Every dependency of a `pom.xml`, those whose version it only manages among them. */
export const readPomXml: ManifestReader = (text, file) => {
	const valid = XMLValidator.validate(text);
	if (valid !== true) throw unreadable(file, valid.err.line, `not valid XML: ${valid.err.msg}`);
	const project = mapOf(mapOf(parser.parse(text)).project);
	const own = textOf(project.groupId) ?? textOf(mapOf(project.parent).groupId) ?? '';
	const names = dependencies(project).flatMap((dependency) => {
		const group = textOf(dependency.groupId)?.replace(/^\$\{(?:project\.|pom\.)?groupId\}$/, own);
		const artifact = textOf(dependency.artifactId);
		return group === undefined || artifact === undefined ? [] : [`${group}:${artifact}`];
	});
	return [...new Set(names)].map((name) => declare('maven', name));
};

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** What stands in `dependency` elements anywhere, but for those of the build's plugins. */
function dependencies(node: unknown): Record<string, unknown>[] {
	if (Array.isArray(node)) return node.flatMap(dependencies);
	return Object.entries(mapOf(node)).flatMap(([name, value]) => {
		if (name === 'build' || name === 'reporting') return [];
		return name === 'dependency' && Array.isArray(value) ? value.map(mapOf) : dependencies(value);
	});
}
