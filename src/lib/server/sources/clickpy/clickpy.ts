import { z } from 'zod';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import { SourceFault } from '#lib/server/sources/json-answer.ts';
import {
	failed,
	inShape,
	monthRow,
	notFound,
	together,
	told,
	type PackageTarget,
	type UseContext,
	type UseResult,
	type UseSource
} from '#lib/server/sources/use-source.ts';
import { otherRepositories } from '#lib/server/sources/other-repositories.ts';

export const CLICKPY = 'clickpy';

/** Read-only access to ClickHouse's public demo: https://clickhouse.com/docs/interfaces/http */
const QUERY = '/?user=demo&default_format=JSON';

// 64-bit numbers may be quoted: output_format_json_quote_64bit_integers of https://clickhouse.com/docs/interfaces/formats/JSON
const count = z.union([
	z.number().int().nonnegative(),
	z
		.string()
		.regex(/^\d{1,15}$/, 'expected a number')
		.transform(Number)
]);
const monthsSchema = z.object({
	data: z.array(z.object({ project: z.string(), month: z.string(), downloads: count }))
});
const metadataSchema = z.object({
	data: z.array(
		z.object({
			name: z.string(),
			home_page: z.string().nullable(),
			project_urls: z.array(z.string())
		})
	)
});

/**
 * Downloads of PyPI's packages, all installers, exact and by month, all packages in one request; a second asks what
 * their metadata name as their repository. Tables and columns: https://github.com/ClickHouse/clickpy (ClickHouse.md).
 */
export const clickpy: UseSource<PackageTarget> = {
	id: CLICKPY,
	async *observe(targets, context) {
		const wanted = await Array.fromAsync(targets);
		if (wanted.length > 0) yield* await together(wanted, () => readAll(wanted, context));
	}
};

/** Names go into a query: those that PyPI could not have are not asked about. */
const isName = (key: string): boolean => /^[a-z0-9-]+$/.test(key);
const keyOf = (name: string): string => packageKey('pypi', name);
const listed = (texts: Iterable<string>): string =>
	[...new Set(texts)].map((text) => `'${text}'`).join(', ');

async function readAll(
	wanted: readonly PackageTarget[],
	context: UseContext
): Promise<UseResult<PackageTarget>[]> {
	const names = wanted.map(({ name }) => keyOf(name)).filter(isName);
	const months = wanted.flatMap((target) => target.months).map((month) => `${month}-01`);
	const query = `SELECT project, month, sum(count) AS downloads FROM pypi.pypi_downloads_per_month WHERE project IN (${listed(names)}) AND month IN (${listed(months)}) GROUP BY project, month`;
	const { data } = inShape(monthsSchema, await context.ask(QUERY, query));
	const stranger = data.find(({ project }) => !names.includes(keyOf(project)));
	if (stranger !== undefined)
		throw new SourceFault('answered for packages that were not asked for');
	const byName = Map.groupBy(data, ({ project }) => keyOf(project));
	const metadata = await metadataOf(names, context);
	return wanted.map((target) => {
		const rows = byName.get(keyOf(target.name));
		if (rows === undefined) return notFound(target, 'knows no package of this name');
		const known = rows.filter(({ month }) => target.months.includes(month.slice(0, 7)));
		const byMonth = new Map(known.map(({ month, downloads }) => [month.slice(0, 7), downloads]));
		if (byMonth.size !== known.length) return failed(target, 'told a month twice');
		const pointsTo = otherRepositories(target, metadata.get(keyOf(target.name)) ?? []);
		const found = target.months.flatMap((month) => {
			const value = byMonth.get(month);
			const row = { source: CLICKPY, night: context.night };
			return value === undefined ? [] : [monthRow(target, month, value, row)];
		});
		return told(target, found, pointsTo === null ? {} : { pointsTo });
	});
}

/** By name, the addresses that the newest release names; empty where they cannot be had: figures do not wait for them. */
async function metadataOf(
	names: readonly string[],
	{ ask, log }: UseContext
): Promise<Map<string, string[]>> {
	const spellings = names.flatMap((name) => [
		name,
		name.replaceAll('-', '_'),
		name.replaceAll('-', '.')
	]);
	const query = `SELECT name, argMax(home_page, upload_time) AS home_page, argMax(project_urls, upload_time) AS project_urls FROM pypi.projects WHERE lower(name) IN (${listed(spellings)}) GROUP BY name`;
	try {
		const { data } = inShape(metadataSchema, await ask(QUERY, query));
		return new Map(
			data.map(({ name, home_page, project_urls }) => [
				keyOf(name),
				[home_page ?? '', ...project_urls]
			])
		);
	} catch (error) {
		if (!(error instanceof SourceFault)) throw error;
		log?.('warn', `${CLICKPY} ${error.message}: the packages' metadata were not compared.`);
		return new Map();
	}
}
