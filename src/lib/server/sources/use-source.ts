import type { z } from 'zod';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import { packageKey, type Registry } from '#lib/radar/landscape/package-names.ts';
import type { DownloadsRow, UseRow } from '#lib/radar/observation/use.ts';
import { addDays, daysBetween, monthEnd, monthsBefore } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { BudgetSpent, SourceFault, type Ask } from './json-answer.ts';
import type { Log, SourceResult, Target } from './source.ts';

/** A figure to ask a source of use about. */
export interface UseTarget extends Target {
	/** What the source knows it by: a package, a list, a repository. */
	name: string;
}

export interface UseContext {
	/** The night's day, UTC. */
	night: Day;
	ask: Ask;
	log?: Log;
	signal?: AbortSignal;
}

/** Beside the figure: repositories of others that a package's own metadata names instead of its project's. */
export interface UseFound {
	pointsTo?: string;
}

export type UseResult<T extends UseTarget> =
	| SourceResult<T, UseFound, UseRow>
	/** It tells no figures, and answered. */
	| { target: T; outcome: 'checked'; found: UseFound };
/** As `Source`; it may also check targets without a figure. */
export interface UseSource<T extends UseTarget = UseTarget> {
	/** As in `data/sources.yml`. */
	readonly id: string;
	observe(
		targets: Iterable<T> | AsyncIterable<T>,
		context: UseContext
	): AsyncIterable<UseResult<T>>;
}

/** Months of a package's downloads that are over and not known. */
export interface PackageTarget extends UseTarget {
	registry: Registry;
	/** Oldest first, `YYYY-MM`; never empty. */
	months: string[];
	/** Who says that the package is the project's: begins with `owner/name`. */
	verified: string;
}

/** Months that are asked for: those that the model takes the middle of. */
const MONTHS = 3;
/** Registries count a day a day late. */
const COUNTED_AFTER_DAYS = 2;

/** The last months that are over and counted, oldest first. */
function monthsOver(night: Day): string[] {
	const newest = monthsBefore(addDays(night, -COUNTED_AFTER_DAYS), 1).slice(0, 7);
	const middle = `${newest}-15`;
	return Array.from({ length: MONTHS }, (_, i) => monthsBefore(middle, MONTHS - 1 - i).slice(0, 7));
}

/** Packages of a registry with a month that the source has not told yet. `known`: rows of the source. */
export function packageTargets(
	projects: readonly ProjectPackages[],
	registry: Registry,
	known: readonly UseRow[],
	night: Day
): PackageTarget[] {
	const had = new Set(
		known
			.filter((row): row is DownloadsRow => row.kind === 'downloads' && row.registry === registry)
			.map(({ name, to }) => `${packageKey(registry, name)} ${to.slice(0, 7)}`)
	);
	return projects.flatMap(({ project, packages }) =>
		packages
			.filter((own) => own.registry === registry)
			.flatMap(({ name, verified }) => {
				const key = packageKey(registry, name);
				const months = monthsOver(night).filter((month) => !had.has(`${key} ${month}`));
				return months.length === 0
					? []
					: [{ repository: project, name, registry, months, verified }];
			})
	);
}

/** A whole month of a package. */
export function monthRow(
	{ repository, registry, name }: PackageTarget,
	month: string,
	value: number,
	{ source, night }: { source: string; night: Day }
): DownloadsRow {
	const to = monthEnd(month);
	const window = { registry, name, from: `${month}-01`, to, value };
	return { kind: 'downloads', repository, observedOn: to, learntOn: night, ...window, source };
}

/** Figures of one target, oldest first. */
export function told<T extends UseTarget>(
	target: T,
	rows: readonly UseRow[],
	found: UseFound = {}
): UseResult<T> {
	const newest = rows.at(-1);
	if (newest === undefined) return failed(target, 'told no month that is over');
	return {
		target,
		outcome: 'observed',
		observation: newest,
		past: rows.slice(0, -1),
		found,
		faults: []
	};
}

export const checked = <T extends UseTarget>(target: T, found: UseFound): UseResult<T> => ({
	target,
	outcome: 'checked',
	found
});
export const failed = <T extends UseTarget>(target: T, reason: string): UseResult<T> => ({
	target,
	outcome: 'failed',
	reason
});
export const notFound = <T extends UseTarget>(target: T, reason: string): UseResult<T> => ({
	target,
	outcome: 'not-found',
	reason
});

/**
 * Targets that one request asks about. Where it fails, each of them fails for the same reason.
 * @throws {SourceFault} when the source asks to be left alone, and when its budget is spent.
 */
export async function together<T extends UseTarget>(
	targets: readonly T[],
	read: () => Promise<UseResult<T>[]>
): Promise<UseResult<T>[]> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof SourceFault)) throw error;
		if (error instanceof BudgetSpent || error.notBefore !== null) throw error;
		return targets.map((target) => failed(target, error.message));
	}
}

/**
 * An answer in the shape expected.
 * @throws {SourceFault} naming the first place that is not.
 */
export function inShape<T>(schema: z.ZodType<T>, answer: unknown): T {
	const read = schema.safeParse(answer);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const where = issue?.path.join('.') || 'the whole';
	throw new SourceFault(
		`answered in another shape, at ${where}: ${issue?.message ?? 'unreadable'}`
	);
}

/** Days in a month, `YYYY-MM`. */
export const daysIn = (month: string): number => daysBetween(`${month}-01`, monthEnd(month)) + 1;
