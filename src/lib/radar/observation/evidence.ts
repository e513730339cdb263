import { addDays, daysBetween, monthsBefore, dayText } from '#lib/radar/words/days.ts';
import { isMeasured, type Observation } from './observation.ts';
import { WINDOW_FIELDS, type ObservedField, type ObservedValues } from './observed-fields.ts';
import type { CarryOver } from './carry-over.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** The day whose state is asked for, seen month by month or night by night. */
export interface Moment {
	date: Day;
	kind: 'month' | 'night';
}

/** `id` lets a placement cite the observation. */
export interface StoredObservation extends Observation {
	id: number;
}

interface Seen<T> {
	value: T;
	observedOn: Day;
	source: string;
	mirror: boolean;
	observationId: number;
	/** Learnt after the edition's day. */
	learntOn?: Day;
}

export type Known<T> =
	| (Seen<T> & {
			state: 'observed';
			/** Seen before the edition's month, or too long before its night to be fresh. */
			carriedOver: boolean;
	  })
	| { state: 'unknown' | 'not-applicable'; reason: string };

export interface Evidence {
	on: Day;
	kind: Moment['kind'];
	get: <F extends ObservedField>(field: F) => Known<NonNullable<ObservedValues[F]>>;
	/** From an earlier day: two agreeing crawls rule out an accident. */
	before: <F extends ObservedField>(field: F) => Known<NonNullable<ObservedValues[F]>>;
	/** Last value of each observed month, newest first. */
	monthly: <F extends ObservedField>(
		field: F,
		months: number
	) => Seen<NonNullable<ObservedValues[F]>>[];
	/** First day measured; star lists do not count. */
	since: Day | null;
	/** Ids of observations behind `since` and all answers so far. */
	restsOn: ReadonlySet<number>;
}

export const NOT_OBSERVED = 'not measured';

/** Past facts and lasting states never expire. */
const TIMELESS: ReadonlySet<ObservedField> = new Set<ObservedField>([
	'firstCommit',
	'gone',
	'archived',
	'disabled'
]);

export function isYoungEnough(
	field: ObservedField,
	observedOn: Day,
	{ date, kind }: Moment,
	rules: CarryOver
): boolean {
	if (TIMELESS.has(field)) return true;
	const monthly = WINDOW_FIELDS.has(field) ? rules.monthly_window_days : rules.monthly_days;
	return daysBetween(observedOn, date) <= (kind === 'night' ? rules.nightly_days : monthly);
}

export const firstMeasured = (
	observations: readonly StoredObservation[]
): StoredObservation | undefined => observations.find(isMeasured);

/**
 * Leaves out what was seen before another repository took the name: it has another number, and inherits nothing.
 * `observations`: of one name, oldest first.
 */
export function ofNewestIdentity<T extends Observation>(observations: readonly T[]): T[] {
	const newest = observations.findLast(({ databaseId }) => databaseId !== null)?.databaseId;
	const other = observations.findLastIndex(
		({ databaseId }) => databaseId !== null && databaseId !== newest
	);
	return observations.slice(other + 1);
}

/** Failures never replace the last good value. `observations`: one repository, oldest first. */
export function gatherEvidence(
	observations: readonly StoredObservation[],
	edition: Moment,
	rules: CarryOver
): Evidence {
	const visible = observations.filter(({ observedOn }) => observedOn <= edition.date);
	const first = firstMeasured(visible);
	visible.reverse();
	const restsOn = new Set(first === undefined ? [] : [first.id]);
	const freshFrom =
		edition.kind === 'month'
			? `${edition.date.slice(0, 7)}-01`
			: addDays(edition.date, -rules.nightly_fresh_days);

	const isLate = ({ learntOn }: StoredObservation) => (learntOn ?? '') > edition.date;
	type Answer<F extends ObservedField> = Known<NonNullable<ObservedValues[F]>>;
	const newest = <F extends ObservedField>(field: F, until: Day): Answer<F> => {
		let failure: { id: number; reason: string } | null = null;
		for (const seen of visible) {
			if (seen.observedOn > until) continue;
			const value = seen.values[field];
			const notApplicable = seen.notApplicable[field];
			if (value === undefined && notApplicable === undefined) {
				const reason = seen.unknown[field];
				if (reason !== undefined) failure ??= { id: seen.id, reason };
				continue;
			}
			restsOn.add(seen.id);
			// "Not applicable" expires like any other answer.
			if (!isYoungEnough(field, seen.observedOn, edition, rules)) {
				return {
					state: 'unknown',
					reason: `last measured on ${dayText(seen.observedOn)}, too old to rate`
				};
			}
			if (value !== undefined) {
				return {
					state: 'observed',
					value,
					observedOn: seen.observedOn,
					source: seen.source,
					mirror: seen.mirror,
					carriedOver: !TIMELESS.has(field) && seen.observedOn < freshFrom,
					observationId: seen.id,
					...(isLate(seen) && { learntOn: seen.learntOn })
				};
			}
			if (notApplicable !== undefined) return { state: 'not-applicable', reason: notApplicable };
		}
		if (failure !== null) restsOn.add(failure.id);
		return { state: 'unknown', reason: failure?.reason ?? NOT_OBSERVED };
	};
	const get = <F extends ObservedField>(field: F): Answer<F> => newest(field, edition.date);
	return {
		on: edition.date,
		kind: edition.kind,
		get,
		before: (field) => {
			const last = get(field);
			return last.state === 'observed' ? newest(field, addDays(last.observedOn, -1)) : last;
		},
		monthly: (field, months) => {
			const after = monthsBefore(edition.date, months);
			const seen = new Map<string, Seen<NonNullable<ObservedValues[typeof field]>>>();
			for (const { id: observationId, observedOn, source, mirror, values } of visible) {
				const value = values[field];
				const month = observedOn.slice(0, 7);
				if (value === undefined || observedOn <= after || seen.has(month)) continue;
				seen.set(month, { value, observedOn, source, mirror, observationId });
				restsOn.add(observationId);
			}
			return [...seen.values()];
		},
		since: first?.observedOn ?? null,
		restsOn
	};
}

export const noEvidence = ({ date: on, kind }: Moment, reason: string): Evidence => ({
	on,
	kind,
	get: () => ({ state: 'unknown', reason }),
	before: () => ({ state: 'unknown', reason }),
	monthly: () => [],
	since: null,
	restsOn: new Set()
});
