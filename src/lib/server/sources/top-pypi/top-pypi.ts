import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import type { DownloadsRow } from '#lib/radar/observation/use.ts';
import { addDays } from '#lib/radar/words/days.ts';
import { SourceFault } from '#lib/server/sources/json-answer.ts';
import {
	inShape,
	together,
	told,
	type PackageTarget,
	type UseContext,
	type UseResult,
	type UseSource
} from '#lib/server/sources/use-source.ts';

export const TOP_PYPI = 'top-pypi-packages';

/** Fewer rows are no list of the largest packages; it has 15,000. */
const LEAST_ROWS = 1000;
const WINDOW_DAYS = 30;

const listSchema = z.object({
	last_update: z.string(),
	rows: z.array(z.object({ project: z.string(), download_count: z.number().int().nonnegative() }))
});

/**
 * Downloads by the monthly list of PyPI's largest packages: https://github.com/hugovk/top-pypi-packages
 * A package that it does not hold had fewer than its last row.
 */
export const topPypi: UseSource<PackageTarget> = {
	id: TOP_PYPI,
	async *observe(targets, context) {
		const wanted = await Array.fromAsync(targets);
		if (wanted.length > 0) yield* await together(wanted, () => readList(wanted, context));
	}
};

async function readList(
	wanted: readonly PackageTarget[],
	{ ask, night }: UseContext
): Promise<UseResult<PackageTarget>[]> {
	const { last_update, rows } = inShape(listSchema, await ask('/top-pypi-packages.min.json'));
	const updated = last_update.slice(0, 10);
	if (!daySchema.safeParse(updated).success || updated > night) {
		throw new SourceFault(`says that its list is of ${last_update}`);
	}
	if (rows.length < LEAST_ROWS) throw new SourceFault(`lists only ${rows.length} packages`);
	const byName = new Map(rows.map((row) => [packageKey('pypi', row.project), row.download_count]));
	const least = Math.min(...rows.map((row) => row.download_count));
	if (least <= 0) throw new SourceFault('lists packages without a download');
	const to = addDays(updated, -1);
	return wanted.map((target) => {
		const { repository, registry, name } = target;
		const value = byName.get(packageKey('pypi', name));
		const row: DownloadsRow = {
			...{ kind: 'downloads', repository, observedOn: to, learntOn: night, registry, name },
			...{ from: addDays(to, -WINDOW_DAYS), to, source: TOP_PYPI },
			...(value === undefined ? { fewerThan: least } : { value })
		};
		return told(target, [row]);
	});
}
