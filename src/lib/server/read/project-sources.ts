import { inArray } from 'drizzle-orm';
import type { ProjectPage } from '#lib/radar/edition/page-data.ts';
import type { MetricPart } from '#lib/radar/model/placement.ts';
import { citedSources } from '#lib/radar/observation/source-address.ts';
import { sourceSchema } from '#lib/radar/observation/sources.ts';
import type { Database } from '#lib/server/db/database.ts';
import { source } from '#lib/server/db/schema.ts';

/** Every source that a project's page cites. */
export function sourcesOf(
	db: Database,
	repositoryUrl: string | null,
	observed: ProjectPage['observed'],
	{ placement, carriedBy }: Pick<ProjectPage, 'placement' | 'carriedBy'>
): ProjectPage['sources'] {
	const parts = (placement?.dimensions ?? []).flatMap(({ metrics }) => metrics);
	const ids = [
		...observed.map((value) => value.source),
		...parts.flatMap(citedBy),
		...(carriedBy?.state === 'observed' ? [carriedBy.source] : [])
	];
	const rows = db
		.select()
		.from(source)
		.where(inArray(source.id, [...new Set(ids)]))
		.all();
	return citedSources(
		Object.fromEntries(rows.map((row) => [row.id, sourceSchema.parse(row)])),
		repositoryUrl
	);
}

const citedBy = ({ source: own, kinds = [] }: MetricPart): string[] => [
	...(own === null ? [] : [own]),
	...kinds.flatMap((kind) => (kind.state === 'observed' ? [kind.source] : []))
];
