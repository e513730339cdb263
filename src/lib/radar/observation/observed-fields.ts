import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';

const count = z.number().int().nonnegative();
const text = z.string().min(1).max(200);

/** Every field that a source can observe, with the shape of its value. Dates are UTC days; counts are of humans' work, bots left out. */
export const observedFields = {
	/** Day of the first commit in the history. */
	firstCommit: daySchema,
	/** Day of the last human commit on the default branch. */
	lastCommit: daySchema,
	commitsTotal: count,
	commits365d: count,
	commits90d: count,
	/** Distinct human authors since the beginning. */
	contributorsTotal: count,
	authors365d: count,
	authors90d: count,
	authorsLast100: count,
	/** How few authors wrote half of the last 100 human commits. */
	absenceFactor: count,
	/** Weeks with a human commit, of the last 13. */
	activeWeeks13: count.max(13),
	mergedPulls90d: count,
	mergedPulls365d: count,
	openedPulls90d: count,
	closedPulls90d: count,
	/** Distinct days with a stable release in 365 days. */
	stableReleaseDays365d: count,
	releasesTotal: count,
	lastStableRelease: daySchema,
	lastStableTag: text,
	highestVersion: text,
	anyPrerelease: z.boolean(),
	botCommits365d: count,
	/** Human commits a week, oldest first, ending at the day observed. */
	weeklyCommits52w: z.array(count).max(53),
	/** SPDX id, or `NOASSERTION`: a text exists that was not recognised. */
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
	/** Repositories that depend on this one. */
	dependents: count,
	/** OpenSSF Scorecard, 0 to 10. */
	scorecard: z.number().min(0).max(10),
	ownerType: z.enum(['organization', 'user']),
	archived: z.boolean(),
	disabled: z.boolean(),
	fork: z.boolean(),
	empty: z.boolean(),
	/** GitHub no longer knows the repository: said by two good crawls in a row. */
	gone: z.boolean(),
	/** `owner/name` as GitHub answers it now; differs from `repository` after a rename. */
	nameWithOwner: z.string().regex(/^[^/\s]+\/[^/\s]+$/)
} as const;

export type ObservedField = keyof typeof observedFields;
export type ObservedValues = {
	[F in ObservedField]?: z.output<(typeof observedFields)[F]>;
};

/** Fields that describe the last 90 days or 13 weeks: they age faster than the rest. */
export const WINDOW_FIELDS: ReadonlySet<ObservedField> = new Set<ObservedField>([
	'commits90d',
	'authors90d',
	'activeWeeks13',
	'mergedPulls90d',
	'openedPulls90d',
	'closedPulls90d'
]);

/** Published counts of attention: who has only these was never looked into. */
export const POPULARITY_FIELDS: ReadonlySet<string> = new Set<ObservedField>([
	'stars',
	'forks',
	'openIssues',
	'openPulls'
]);

/** Whether a source can observe a field of that name. */
export const isObservedField = (name: string): name is ObservedField =>
	Object.hasOwn(observedFields, name);
