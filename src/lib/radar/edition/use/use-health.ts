import type { Placement } from '#lib/radar/model/placement.ts';
import type { ShownUseKind, UsePart } from '#lib/radar/model/use-share.ts';
import { byText } from '#lib/radar/words/order.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

interface NamedProject {
	id: string;
	name: string;
}

/** How far one kind of evidence of use is known in an edition. */
interface UseKindHealth {
	kind: ShownUseKind;
	known: number;
	applicable: number;
	/** Days of the last good figures that count; null where none does. */
	oldest: Day | null;
	newest: Day | null;
	/** Why it is not known, most projects first. */
	unknown: { reason: string; projects: NamedProject[] }[];
}

export interface UseHealth {
	kinds: UseKindHealth[];
	/** Rated projects that no package, manifest name or list stands for: gaps of the mapping. */
	unmapped: NamedProject[];
}

interface JudgedProject {
	blip: NamedProject & { ring: unknown };
	placement: Pick<Placement, 'dimensions'>;
}

/** What the evidence of use of an edition rests on; no kinds under a model without them. */
export function useHealth(standings: readonly JudgedProject[]): UseHealth {
	const seen = standings.map(({ blip: { id, name, ring }, placement }) => ({
		project: { id, name },
		isRated: ring !== null,
		parts: placement.dimensions.flatMap(({ metrics }) => metrics.flatMap((m) => m.kinds ?? []))
	}));
	const kinds = [...new Set(seen.flatMap(({ parts }) => parts.map(({ kind }) => kind)))];
	return {
		kinds: kinds.map((kind) =>
			kindHealth(
				kind,
				seen.flatMap(({ project, parts }) =>
					parts.filter((part) => part.kind === kind).map((part) => ({ project, part }))
				)
			)
		),
		unmapped: seen
			.filter(
				({ isRated, parts }) =>
					isRated && parts.length > 0 && parts.every(({ state }) => state === 'not-applicable')
			)
			.map(({ project }) => project)
	};
}

function kindHealth(
	kind: ShownUseKind,
	seen: readonly { project: NamedProject; part: UsePart }[]
): UseKindHealth {
	const days = seen
		.flatMap(({ part }) => (part.state === 'observed' ? [part.observedOn] : []))
		.sort();
	const reasons = Map.groupBy(
		seen.filter(({ part }) => part.state === 'unknown'),
		({ part }) => ('reason' in part ? generalReason(part.reason) : '')
	);
	return {
		kind,
		known: days.length,
		applicable: seen.filter(({ part }) => part.state !== 'not-applicable').length,
		oldest: days[0] ?? null,
		newest: days.at(-1) ?? null,
		unknown: [...reasons]
			.map(([reason, own]) => ({ reason, projects: own.map(({ project }) => project) }))
			.sort((a, b) => b.projects.length - a.projects.length || byText(a.reason, b.reason))
	};
}

/** Reasons that differ only in their day are one. */
const generalReason = (reason: string): string =>
	reason.replace(/^last measured on .*, too old to count$/, 'last measured too long ago');
