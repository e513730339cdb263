import { addDays, daysBetween, monthsBefore } from './day.ts';
import {
	WINDOW_FIELDS,
	type Observation,
	type ObservedField,
	type ObservedValues
} from './observation.ts';
import type { Edition } from './placement.ts';
import type { Model } from './settings.ts';
import type { Day } from './vocabulary.ts';

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
			/** Observed before the edition's own month, or more than a week before its night. */
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
	/** First day on which anything was observed; null when nothing was. */
	since: Day | null;
}

/** The reason when no source has looked. */
export const NOT_OBSERVED = 'not observed';

/** Facts of the past that do not age. */
const TIMELESS: ReadonlySet<ObservedField> = new Set<ObservedField>(['firstCommit', 'gone']);
/** Contributor totals are asked for weekly: younger than this is not carried over. */
const NIGHTLY_FRESH_DAYS = 7;

/** How old a value of the field may be on the edition's day, in days. */
function maxAge(field: ObservedField, kind: Edition['kind'], rules: Model['carry_over']): number {
	if (TIMELESS.has(field)) return Infinity;
	if (kind === 'night') return rules.nightly_days;
	return WINDOW_FIELDS.has(field) ? rules.monthly_window_days : rules.monthly_days;
}

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
	const visible = observations.filter(({ observedOn }) => observedOn <= edition.date).reverse();
	const freshFrom =
		edition.kind === 'month'
			? `${edition.date.slice(0, 7)}-01`
			: addDays(edition.date, -NIGHTLY_FRESH_DAYS);

	type Answer<F extends ObservedField> = Known<NonNullable<ObservedValues[F]>>;
	const newest = <F extends ObservedField>(field: F, until: Day): Answer<F> => {
		let failure: string | null = null;
		for (const seen of visible) {
			if (seen.observedOn > until) continue;
			const value = seen.values[field];
			if (value !== undefined) {
				const age = daysBetween(seen.observedOn, edition.date);
				if (age > maxAge(field, edition.kind, rules)) {
					return { state: 'unknown', reason: `last observed on ${seen.observedOn}, too long ago` };
				}
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
			const notApplicable = seen.notApplicable[field];
			if (notApplicable !== undefined) return { state: 'not-applicable', reason: notApplicable };
			failure ??= seen.unknown[field] ?? null;
		}
		return { state: 'unknown', reason: failure ?? NOT_OBSERVED };
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
			}
			return [...seen.values()];
		},
		since: visible.at(-1)?.observedOn ?? null
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
	since: null
});
