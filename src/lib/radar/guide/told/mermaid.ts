import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import type { Part } from '#lib/radar/guide/stack/stack.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** Text within the quotes of a Mermaid label: its marks as the entity codes that Mermaid reads. */
const label = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replace(/[#"<>&[\]{}|`\\]/g, (mark) => `#${String(mark.codePointAt(0))};`);

/** A stack as a Mermaid flow chart from the ground up: a box a layer, a line a documented pair. */
export function mermaidOf({ stack, edition, useCase }: Recommendation, useCases: UseCases): string {
	const { parts } = stack;
	const idOf = (part: Part): string => `part${parts.indexOf(part)}`;
	const layers = useCases.file.layers.flatMap(({ id, label: name }) => {
		const own = parts.filter(({ need }) => useCases.role(need.role).layer === id);
		if (own.length === 0) return [];
		return [
			`  subgraph layer_${id.replaceAll('-', '_')}["${label(name)}"]`,
			...own.map(
				(part) =>
					`    ${idOf(part)}["${label(part.player.project.name)}<br/>${label(useCases.role(part.need.role).label)}"]`
			),
			'  end'
		];
	});
	return [
		`%% ${useCase.id}, edition ${edition.id}`,
		'flowchart BT',
		...layers,
		...linesOf(parts, useCases).map(([lower, upper]) => `  ${idOf(lower)} --- ${idOf(upper)}`),
		''
	].join('\n');
}

/** A line for every two projects that are documented together, between the parts that are linked where there are such. */
function linesOf(parts: readonly Part[], useCases: UseCases): [Part, Part][] {
	const lines = new Map<string, { line: [Part, Part]; linked: boolean }>();
	parts.forEach((lower, index) => {
		const partners = new Set(lower.neighbours.map(({ project }) => project));
		for (const upper of parts.slice(index + 1)) {
			const [a, b] = [lower.player.project.id, upper.player.project.id];
			if (!partners.has(b)) continue;
			const key = a < b ? `${a} ${b}` : `${b} ${a}`;
			const linked = useCases.linkOf(lower.need.role, upper.need.role) !== null;
			const known = lines.get(key);
			if (known === undefined || (linked && !known.linked)) {
				lines.set(key, { line: [lower, upper], linked });
			}
		}
	});
	return [...lines.values()].map(({ line }) => line);
}
