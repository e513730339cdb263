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
	databaseId: z.number().int().nonnegative().nullable().default(null),
	observedOn: daySchema,
	learntOn: daySchema.optional(),
	source: z.string().min(1),
	mirror: z.boolean().default(false),
	values: z.record(z.string(), z.unknown()).default({}),
	notApplicable: reasons,
	unknown: reasons
});

/** What a line says, and which of its values cannot be. */
export interface ReadObservation {
	observation: Observation;
	/** They are unknown in the observation, for the same reason. */
	refused: { field: ObservedField; reason: string }[];
}

/** Reads one line of an observation file, as `readObservation` does, without asking what was refused. */
export const parseObservation = (line: string): Observation => readObservation(line).observation;

/**
 * Reads one line of an observation file.
 *
 * A value that cannot be (negative, not a number, in the future, a release before the first commit)
 * becomes unknown with that reason; the rest of the line is used.
 * @throws {LineError} when the line is not JSON or lacks its repository, day or source.
 */
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
