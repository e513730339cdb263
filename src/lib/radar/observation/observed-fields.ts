import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';

const count = z.number().int().nonnegative();
const text = z.string().min(1).max(200);

/** Days are UTC; counts leave out bots. */
export const observedFields = {
	firstCommit: daySchema,
	lastCommit: daySchema,
	commitsTotal: count,
	commits365d: count,
	commits90d: count,
	contributorsTotal: count,
	authors365d: count,
	authors90d: count,
	authorsLast100: count,
	/** Fewest authors of half of the last 100 human commits. */
	absenceFactor: count,
	activeWeeks13: count.max(13),
	mergedPulls90d: count,
	mergedPulls365d: count,
	openedPulls90d: count,
	closedPulls90d: count,
	openedPullsTotal: count,
	/** With the merged ones. */
	closedPullsTotal: count,
	mergedPullsTotal: count,
	stableReleaseDays365d: count,
	releasesTotal: count,
	lastStableRelease: daySchema,
	lastStableTag: text,
	highestVersion: text,
	anyPrerelease: z.boolean(),
	botCommits365d: count,
	/** Oldest first. */
	weeklyCommits52w: z.array(count).max(53),
	/** SPDX id; `NOASSERTION` for unrecognised text. */
	license: text,
	/** [name, bytes], largest first. */
	languages: z.array(z.tuple([text, count])),
	securityPolicy: z.boolean(),
	codeOfConduct: z.boolean(),
	contributing: z.boolean(),
	governance: z.boolean(),
	maintainers: z.boolean(),
	adopters: z.boolean(),
	helmCharts: count,
	kustomizations: count,
	containerfiles: count,
	crds: count,
	stars: count,
	forks: count,
	openIssues: count,
	openPulls: count,
	dependents: count,
	scorecard: z.number().min(0).max(10),
	ownerType: z.enum(['organization', 'user']),
	archived: z.boolean(),
	disabled: z.boolean(),
	fork: z.boolean(),
	empty: z.boolean(),
	/** Missing in two good crawls in a row. */
	gone: z.boolean(),
	/** Current `owner/name`, after renames. */
	nameWithOwner: z.string().regex(/^[^/\s]+\/[^/\s]+$/)
} as const;

export type ObservedField = keyof typeof observedFields;
export type ObservedValues = {
	[F in ObservedField]?: z.output<(typeof observedFields)[F]>;
};

/** These cover 90 days or 13 weeks and expire sooner. */
export const WINDOW_FIELDS: ReadonlySet<ObservedField> = new Set<ObservedField>([
	'commits90d',
	'authors90d',
	'activeWeeks13',
	'mergedPulls90d',
	'openedPulls90d',
	'closedPulls90d'
]);

/** These alone do not count as measured. */
export const POPULARITY_FIELDS: ReadonlySet<string> = new Set<ObservedField>([
	'stars',
	'forks',
	'openIssues',
	'openPulls'
]);

export const isObservedField = (name: string): name is ObservedField =>
	Object.hasOwn(observedFields, name);
