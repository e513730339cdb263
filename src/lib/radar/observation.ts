import { z } from 'zod';
import { LineError, readJsonLine } from './json-line.ts';
import type { Day } from './vocabulary.ts';

/**
 * What was seen of one repository, on one day, by one source.
 *
 * Every field has three outcomes: it stands in `values`; in `notApplicable` with the reason; or in
 * `unknown` with the reason. A field in none of the three was not looked at by this source.
 */
export interface Observation {
	/** `owner/name` as the source spelt it. */
	repository: string;
	/** GitHub's own number for the repository, which survives renames; null where the source has none. */
	databaseId: number | null;
	/** The day up to which the repository was seen. */
	observedOn: Day;
	/** Day on which it was told, where that was later: editions published before never see it. Absent: at once. */
	learntOn?: Day;
	/** Id of the source, as in `data/sources.yml`. */
	source: string;
	/** True when the repository was read through a mirror that was synced to `observedOn`. */
	mirror: boolean;
	values: ObservedValues;
	notApplicable: Partial<Record<ObservedField, string>>;
	unknown: Partial<Record<ObservedField, string>>;
}

/** Whether an edition of that day could know of it. */
export const isKnownOn = (
	{ observedOn, learntOn }: Pick<Observation, 'observedOn' | 'learntOn'>,
	day: Day
): boolean => (learntOn ?? observedOn) <= day;

/** JavaScript takes 30 February for 2 March: a day exists when it comes back as it went in. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A calendar day that exists. */
export const daySchema = z.string().refine(isDay, 'expected a day as YYYY-MM-DD');

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
const POPULARITY_FIELDS: ReadonlySet<string> = new Set<ObservedField>([
	'stars',
	'forks',
	'openIssues',
	'openPulls'
]);

/** Whether the repository itself was looked into, not only its popularity copied from a list. */
export const isMeasured = ({
	values,
	notApplicable
}: Pick<Observation, 'values' | 'notApplicable'>): boolean =>
	[...Object.keys(values), ...Object.keys(notApplicable)].some(
		(field) => !POPULARITY_FIELDS.has(field)
	);

const reasons = z.record(z.string(), z.string()).default({});

const lineSchema = z.strictObject({
	repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected owner/name'),
	databaseId: count.nullable().default(null),
	observedOn: daySchema,
	learntOn: daySchema.optional(),
	source: z.string().min(1),
	mirror: z.boolean().default(false),
	values: z.record(z.string(), z.unknown()).default({}),
	notApplicable: reasons,
	unknown: reasons
});

export const isObservedField = (name: string): name is ObservedField =>
	Object.hasOwn(observedFields, name);

/**
 * Reads one line of an observation file.
 *
 * A value that cannot be (negative, not a number, in the future, a release before the first commit)
 * becomes unknown with that reason; the rest of the line is used.
 * @throws {LineError} when the line is not JSON or lacks its repository, day or source.
 */
export function parseObservation(line: string): Observation {
	const { values, notApplicable, unknown, ...head } = readJsonLine(line, lineSchema);
	const observation: Observation = { ...head, values: {}, notApplicable: {}, unknown: {} };
	for (const [field, reason] of Object.entries(notApplicable)) {
		if (isObservedField(field)) observation.notApplicable[field] = reason;
	}
	for (const [field, reason] of Object.entries(unknown)) {
		if (isObservedField(field)) observation.unknown[field] = reason;
	}
	for (const [field, value] of Object.entries(values)) {
		if (!isObservedField(field)) {
			throw new LineError(`values.${field}: no such field`);
		}
		const read = observedFields[field].safeParse(value);
		if (read.success) Object.assign(observation.values, { [field]: read.data });
		else {
			const shown = JSON.stringify(value)?.slice(0, 60) ?? String(value);
			observation.unknown[field] =
				`implausible value ${shown}: ${read.error.issues[0]?.message ?? 'unreadable'}`;
		}
	}
	return withoutContradictions(observation);
}

/** Dates that contradict the day observed, or each other, become unknown with that reason. */
export function withoutContradictions(observation: Observation): Observation {
	const { values, observedOn } = observation;
	const kept = { ...values };
	const unknown = { ...observation.unknown };
	const reject = (field: ObservedField, reason: string) => {
		unknown[field] = reason;
		delete kept[field];
	};
	for (const field of ['firstCommit', 'lastCommit', 'lastStableRelease'] as const) {
		const day = values[field];
		if (day !== undefined && day > observedOn) {
			reject(field, `${day} lies after the day observed, ${observedOn}`);
		}
	}
	const { firstCommit, lastCommit, lastStableRelease } = kept;
	if (
		firstCommit !== undefined &&
		lastStableRelease !== undefined &&
		lastStableRelease < firstCommit
	) {
		reject(
			'lastStableRelease',
			`${lastStableRelease} lies before the first commit, ${firstCommit}`
		);
	}
	if (firstCommit !== undefined && lastCommit !== undefined && lastCommit < firstCommit) {
		reject('lastCommit', `${lastCommit} lies before the first commit, ${firstCommit}`);
	}
	return { ...observation, values: kept, unknown };
}

/** One line of an observation file: keys in a fixed order, empty parts left out, so that files compare line by line. */
export function formatObservation(observation: Observation): string {
	const { repository, databaseId, observedOn, learntOn, source, mirror } = observation;
	const filled = (part: object) => (Object.keys(part).length > 0 ? sortKeys(part) : undefined);
	return JSON.stringify({
		repository,
		databaseId: databaseId ?? undefined,
		observedOn,
		learntOn,
		source,
		mirror: mirror || undefined,
		values: filled(observation.values),
		notApplicable: filled(observation.notApplicable),
		unknown: filled(observation.unknown)
	});
}

const sortKeys = (part: object) =>
	Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
