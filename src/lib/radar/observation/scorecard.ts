import { dayText, daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { NOT_OBSERVED, type Known } from './evidence.ts';
import type { ScorecardRow, UseRow } from './use.ts';

/** Most checks of a Scorecard change slowly; deps.dev runs them weekly. */
const MOST_DAYS = 184;
const FRESH_DAYS = 35;

/** The newest OpenSSF Scorecard of a repository on a day, 0 to 10. `rows`: of one project, in any order, known on the day. */
export function scorecardOn(rows: readonly UseRow[], on: Day): Known<number> {
	const newest = rows
		.filter((row): row is ScorecardRow => row.kind === 'scorecard' && row.observedOn <= on)
		.reduce<ScorecardRow | null>(
			(last, row) => (last === null || last.observedOn <= row.observedOn ? row : last),
			null
		);
	if (newest === null) return { state: 'unknown', reason: NOT_OBSERVED };
	const { value, observedOn, source } = newest;
	const age = daysBetween(observedOn, on);
	if (age > MOST_DAYS) {
		const reason = `last measured on ${dayText(observedOn)}, too old to rate`;
		return { state: 'unknown', reason };
	}
	const carriedOver = age > FRESH_DAYS;
	return {
		state: 'observed',
		...{ value, observedOn, source, carriedOver, mirror: false, observationId: 0 }
	};
}
