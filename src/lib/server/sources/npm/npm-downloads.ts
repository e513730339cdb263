import { z } from 'zod';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import { monthEnd } from '#lib/radar/words/days.ts';
import {
	daysIn,
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

export const NPM_DOWNLOADS = 'npm-downloads';

/** Names in one request, at most; scoped names go one at a time: npm's documentation of its download counts. */
const MOST_NAMES = 128;

const rangeSchema = z.object({
	package: z.string(),
	downloads: z.array(z.object({ day: z.string(), downloads: z.number().int().nonnegative() }))
});
const bulkSchema = z.record(z.string(), z.unknown());

/**
 * Downloads by npm's public counts, day by day, added up to whole months.
 * `GET /downloads/range/{from}:{to}/{name}[,{name}…]`: https://github.com/npm/registry/blob/main/docs/download-counts.md
 */
export const npmDownloads: UseSource<PackageTarget> = {
	id: NPM_DOWNLOADS,
	async *observe(targets, context) {
		const wanted = await Array.fromAsync(targets);
		for (const group of groupsOf(wanted)) {
			yield* await together(group, () => readGroup(group, context));
		}
	}
};

function groupsOf(targets: readonly PackageTarget[]): PackageTarget[][] {
	const isScoped = ({ name }: PackageTarget) => name.startsWith('@');
	const plain = targets.filter((target) => !isScoped(target));
	const groups: PackageTarget[][] = [];
	for (let i = 0; i < plain.length; i += MOST_NAMES) groups.push(plain.slice(i, i + MOST_NAMES));
	return [...groups, ...targets.filter(isScoped).map((target) => [target])];
}

async function readGroup(
	group: readonly PackageTarget[],
	context: UseContext
): Promise<UseResult<PackageTarget>[]> {
	const months = group.flatMap((target) => target.months).sort();
	const [first = '', last = ''] = [months[0], months.at(-1)];
	const names = group.map(({ name }) => name).join(',');
	const answer = await context.ask(`/downloads/range/${first}-01:${monthEnd(last)}/${names}`);
	// One name is answered without the map by name.
	const byName = new Map(
		group.length === 1
			? group.map(({ name }) => [packageKey('npm', name), answer] as const)
			: Object.entries(inShape(bulkSchema, answer)).map(
					([name, value]) => [packageKey('npm', name), value] as const
				)
	);
	return group.map((target) =>
		readPackage(target, byName.get(packageKey('npm', target.name)) ?? null, context)
	);
}

function readPackage(
	target: PackageTarget,
	answer: unknown,
	{ night }: UseContext
): UseResult<PackageTarget> {
	if (answer === null) return notFound(target, 'knows no package of this name');
	const read = rangeSchema.safeParse(answer);
	if (!read.success) {
		const [issue] = read.error.issues;
		return failed(target, `answered in another shape: ${issue?.message ?? 'unreadable'}`);
	}
	const { package: name, downloads } = read.data;
	if (packageKey('npm', name) !== packageKey('npm', target.name)) {
		return failed(target, 'answered for another package');
	}
	const byDay = new Map(downloads.map((one) => [one.day, one.downloads]));
	if (byDay.size !== downloads.length) return failed(target, 'told a day twice');
	const rows = target.months.flatMap((month) => {
		const days = [...byDay].filter(([day]) => day.startsWith(`${month}-`));
		// A month with a gap would look like a fall.
		if (days.length !== daysIn(month)) return [];
		const value = days.reduce((sum, [, count]) => sum + count, 0);
		return [monthRow(target, month, value, { source: NPM_DOWNLOADS, night })];
	});
	return told(target, rows);
}
