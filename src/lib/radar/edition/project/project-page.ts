import type { Alternative } from '#lib/radar/edition/alternatives.ts';
import type { UserNames } from '#lib/radar/edition/use/user-names.ts';
import type { KnownCarriedBy } from '#lib/radar/edition/carried/carried-by.ts';
import type { HistoryPoint } from './project-history.ts';
import type { Blip, Edition, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Curve } from '#lib/radar/model/settings/curve.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { ObservedField, ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { CitedSource } from '#lib/radar/observation/source-address.ts';
import type { Day, LandscapePath, Maturity, Ring } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

/** Placement published elsewhere; never part of the score. */
export interface ExpertPlacement {
	ring: Ring;
	source: string;
	/** `YYYY-MM` */
	date: string;
	/** True for a digest instead of the report itself. */
	secondary: boolean;
}

export interface ProjectPage {
	id: string;
	name: string;
	homepage: string | null;
	repository: string | null;
	repositoryUrl: string | null;
	paths: LandscapePath[];
	maturity: Maturity | null;
	cncf: {
		accepted: Day | null;
		incubating: Day | null;
		graduated: Day | null;
		archived: Day | null;
	};
	edition: Edition;
	/** Null when the project is not in the edition. */
	placement: Placement | null;
	blip: Blip | null;
	/** Newest known values outside the score. */
	observed: { field: string; value: unknown; observedOn: Day; source: string; mirror: boolean }[];
	/** Oldest first. */
	history: HistoryPoint[];
	/** Monthly, oldest first; null where not observed. */
	series: {
		date: Day;
		commits90d: number | null;
		authors365d: number | null;
		stableReleaseDays365d: number | null;
		stars: number | null;
	}[];
	experts: ExpertPlacement[];
	/** Projects of the edition that use it, by the repository that declares it. */
	users: UserNames;
	/** Null when the project is not in the edition. */
	carriedBy: KnownCarriedBy | null;
	/** Empty unless in hold or falling. */
	alternatives: Alternative[];
	related: { id: string; name: string; ring: Ring | null }[];
	/** By sub-metric id. */
	references: Record<string, Curve>;
	cutOffs: CutOffs;
	/** By id. */
	sources: Record<string, CitedSource>;
}

interface Seen {
	values: ObservedValues;
	observedOn: Day;
	sourceId: string;
	mirror: boolean;
}

/** `seen`: oldest first. Sorted by field. */
export function newestValues(seen: readonly Seen[]): ProjectPage['observed'] {
	const newest = new Map<string, ProjectPage['observed'][number]>();
	for (const { values, observedOn, sourceId, mirror } of seen) {
		for (const [field, value] of Object.entries(values)) {
			newest.set(field, { field, value, observedOn, source: sourceId, mirror });
		}
	}
	return [...newest.values()].sort(by(({ field }) => field));
}

/** Last value per month; null in months without observations. */
export function seriesOf(
	seen: readonly Seen[],
	history: readonly Pick<HistoryPoint, 'date'>[]
): ProjectPage['series'] {
	return history.map(({ date }) => {
		const month = seen.filter(
			({ observedOn }) => observedOn.slice(0, 7) === date.slice(0, 7) && observedOn <= date
		);
		const last = <F extends ObservedField>(field: F): ObservedValues[F] | null =>
			month.findLast(({ values }) => values[field] !== undefined)?.values[field] ?? null;
		return {
			date,
			commits90d: last('commits90d') ?? null,
			authors365d: last('authors365d') ?? null,
			stableReleaseDays365d: last('stableReleaseDays365d') ?? null,
			stars: last('stars') ?? null
		};
	});
}

export const referencesOf = ({
	dimensions
}: Pick<Model, 'dimensions'>): ProjectPage['references'] =>
	Object.fromEntries(
		dimensions.flatMap(({ metrics }) => metrics.map(({ id, curve }) => [id, curve]))
	);

/** Ids of every source that a project's page cites. */
export const citedBy = (
	observed: ProjectPage['observed'],
	{ placement, carriedBy }: Pick<ProjectPage, 'placement' | 'carriedBy'>
): string[] => [
	...observed.map(({ source }) => source),
	...(placement?.dimensions ?? []).flatMap(({ metrics }) => metrics.flatMap(citedByPart)),
	...(carriedBy?.state === 'observed' ? [carriedBy.source] : [])
];

const citedByPart = ({ source, kinds = [] }: MetricPart): string[] => [
	...(source === null ? [] : [source]),
	...kinds.flatMap((kind) => (kind.state === 'observed' ? [kind.source] : []))
];
