import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { LineError, readJsonLine } from '#lib/radar/input/json-line.ts';
import {
	isObservedField,
	observedFields,
	POPULARITY_FIELDS,
	type ObservedField,
	type ObservedValues
} from './observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** A field in none of `values`, `notApplicable` and `unknown` was not looked at. */
export interface Observation {
	repository: string;
	/** GitHub's number, stable across renames. */
	databaseId: number | null;
	/** Last day covered. */
	observedOn: Day;
	/** Day it was learnt, if later: see `isKnownOn`. */
	learntOn?: Day;
	source: string;
	/** Read through a mirror synced to `observedOn`. */
	mirror: boolean;
	values: ObservedValues;
	notApplicable: Partial<Record<ObservedField, string>>;
	unknown: Partial<Record<ObservedField, string>>;
}

/**
 * Whether an edition of `day` may use a figure: it was known then, or learnt later but by `learntUntil`, the day up to
 * which a version of the model looks back; null: it does not.
 */
export const isKnownOn = (
	{ observedOn, learntOn = observedOn }: Pick<Observation, 'observedOn' | 'learntOn'>,
	day: Day,
	learntUntil: Day | null
): boolean => observedOn <= day && (learntOn <= day || learntOn <= (learntUntil ?? ''));

/** False when it only copies popularity counts. */
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
	databaseId: z.number().int().nonnegative().nullable().default(null),
	observedOn: daySchema,
	learntOn: daySchema.optional(),
	source: z.string().min(1),
	mirror: z.boolean().default(false),
	values: z.record(z.string(), z.unknown()).default({}),
	notApplicable: reasons,
	unknown: reasons
});

export interface ReadObservation {
	observation: Observation;
	refused: { field: ObservedField; reason: string }[];
}

export const parseObservation = (line: string): Observation => readObservation(line).observation;

/** Impossible values become unknown. @throws {LineError} without JSON, repository, day or source. */
export function readObservation(line: string): ReadObservation {
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
	const sound = withoutContradictions(observation);
	const refused = Object.keys(values).flatMap((field) => {
		if (!isObservedField(field) || sound.values[field] !== undefined) return [];
		return [{ field, reason: sound.unknown[field] ?? 'unreadable' }];
	});
	return { observation: sound, refused };
}

/** Counts of which the first is part of the second. */
const PARTS: readonly (readonly [CountField, CountField])[] = [
	['commits90d', 'commits365d'],
	['commits365d', 'commitsTotal'],
	['authors90d', 'authors365d'],
	['authors365d', 'contributorsTotal'],
	['authors90d', 'commits90d'],
	['authors365d', 'commits365d'],
	['contributorsTotal', 'commitsTotal'],
	['mergedPulls90d', 'mergedPulls365d'],
	['mergedPullsTotal', 'closedPullsTotal'],
	['closedPullsTotal', 'openedPullsTotal']
];
type CountField = {
	[F in ObservedField]: ObservedValues[F] extends number | undefined ? F : never;
}[ObservedField];

/** Days and counts that contradict each other are unknown. */
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
	for (const [part, whole] of PARTS) {
		const [few, many] = [values[part], values[whole]];
		if (few === undefined || many === undefined || few <= many) continue;
		for (const field of [part, whole])
			reject(field, `${part} is ${few}, ${whole} ${many}: they contradict each other`);
	}
	return { ...observation, values: kept, unknown };
}

/** Fixed key order, without empty parts. */
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
