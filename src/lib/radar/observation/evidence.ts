import { addDays, daysBetween, monthsBefore } from '#lib/radar/words/day.ts';
import { isMeasured, type Observation } from './observation.ts';
import { WINDOW_FIELDS, type ObservedField, type ObservedValues } from './observed-fields.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Model } from '#lib/radar/model/settings.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { dayText } from '#lib/radar/words/words.ts';

/** An observation with the key under which it is kept, so that a placement can name what it rests on. */
export interface StoredObservation extends Observation {
	id: number;
}

/** A value with where it comes from. */
export interface Seen<T> {
	value: T;
	observedOn: Day;
	source: string;
	mirror: boolean;
	observationId: number;
}

/** What is known of one field on an edition's day. */
export type Known<T> =
	| (Seen<T> & {
			state: 'observed';
			/** Observed before the edition's own month, or longer before its night than the settings call fresh. */
			carriedOver: boolean;
	  })
	| { state: 'unknown' | 'not-applicable'; reason: string };

/** What is known of one repository on an edition's day: field by field. */
export interface Evidence {
	on: Day;
	kind: Edition['kind'];
	get: <F extends ObservedField>(field: F) => Known<NonNullable<ObservedValues[F]>>;
	/** What the last good observation of an earlier day said: two that agree are no accident of one crawl. */
	before: <F extends ObservedField>(field: F) => Known<NonNullable<ObservedValues[F]>>;
	/** The last value of every month in which it was observed, of so many months up to the edition's day; newest first. */
	monthly: <F extends ObservedField>(
		field: F,
		months: number
	) => Seen<NonNullable<ObservedValues[F]>>[];
	/** First night or month that was measured; null when none was. A list that counts its stars measures nothing. */
	since: Day | null;
	/** Numbers of the observations that `since` and every answer given so far rest on. */
	restsOn: ReadonlySet<number>;
}

/** The reason when no source has looked. */
export const NOT_OBSERVED = 'not observed';

/** Facts of the past, and states that last until another is seen: they do not age. */
const TIMELESS: ReadonlySet<ObservedField> = new Set<ObservedField>([
	'firstCommit',
	'gone',
	'archived',
	'disabled'
]);

/** Whether what was observed of the field on a day still counts on the edition's. */
export function isYoungEnough(
	field: ObservedField,
	observedOn: Day,
	{ date, kind }: Pick<Edition, 'date' | 'kind'>,
	rules: Model['carry_over']
): boolean {
	if (TIMELESS.has(field)) return true;
	const monthly = WINDOW_FIELDS.has(field) ? rules.monthly_window_days : rules.monthly_days;
	return daysBetween(observedOn, date) <= (kind === 'night' ? rules.nightly_days : monthly);
}

/** The first observation that looked into the repository; undefined when none did. `observations`: oldest first. */
export const firstMeasured = (
	observations: readonly StoredObservation[]
): StoredObservation | undefined => observations.find(isMeasured);

/**
 * Gathers what is known on the edition's day. The last good value stays while it is young enough; a failure never
 * replaces it, nor becomes a number.
 * `observations`: of one repository, oldest first.
 */
export function gatherEvidence(
	observations: readonly StoredObservation[],
	edition: Pick<Edition, 'date' | 'kind'>,
	rules: Model['carry_over']
): Evidence {
	const visible = observations.filter(({ observedOn }) => observedOn <= edition.date);
	const first = firstMeasured(visible);
	visible.reverse();
	const restsOn = new Set(first === undefined ? [] : [first.id]);
	const freshFrom =
		edition.kind === 'month'
			? `${edition.date.slice(0, 7)}-01`
			: addDays(edition.date, -rules.nightly_fresh_days);

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
			// That something does not apply is an answer like any other, and grows as old: habits change.
			if (!isYoungEnough(field, seen.observedOn, edition, rules)) {
				return {
					state: 'unknown',
					reason: `last observed on ${dayText(seen.observedOn)}, too long ago`
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
					observationId: seen.id
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

/** Evidence where there is no repository to observe. */
export const noEvidence = (
	{ date: on, kind }: Pick<Edition, 'date' | 'kind'>,
	reason: string
): Evidence => ({
	on,
	kind,
	get: () => ({ state: 'unknown', reason }),
	before: () => ({ state: 'unknown', reason }),
	monthly: () => [],
	since: null,
	restsOn: new Set()
});
