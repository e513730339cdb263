import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { unknown, type Metric, type RawValue } from './metric.ts';
import { scoredParts, USE_KIND_NAMES } from './use-share.ts';
import { useEvidence, type UseEvidence } from './use.ts';

/** Mean of the strongest kinds of evidence of use, 0 to 1. */
export const useMetric: Metric = {
	read: ({ use, maturity, filedOn, foundation, evidence }, { kinds }) =>
		kinds === undefined
			? unknown('the settings name no kinds of evidence')
			: useValue(useEvidence({ ...use, maturity, filedOn, foundation, on: evidence.on }, kinds), {
					on: evidence.on,
					freshDays: kinds.fresh_days
				}),
	curves: ['linear'],
	words: [],
	ofKinds: true
};

const kindCount = (count: number): string => (count === 1 ? 'one kind' : `${count} kinds`);

/** The mean of the strongest kinds as a value; its day and source are those of the strongest. */
function useValue(
	{ parts: kinds, share: value }: UseEvidence,
	{ on, freshDays }: { on: Day; freshDays: number }
): RawValue {
	const known = scoredParts(kinds).filter((part) => part.state === 'observed');
	const counted = known.filter(({ counts }) => counts).sort((a, b) => b.share - a.share);
	const [strongest] = counted;
	if (value === null || strongest === undefined) {
		return { ...unknown('no kind of evidence of its use is known'), kinds };
	}
	const { observedOn, source } = strongest;
	return {
		state: 'observed',
		value,
		observedOn,
		source,
		mirror: false,
		carriedOver: counted.some((part) => daysBetween(part.observedOn, on) > freshDays),
		observationId: 0,
		note: `${kindCount(known.length)} known; ${counted.map(({ kind }) => USE_KIND_NAMES[kind]).join(' and ')} ${counted.length === 1 ? 'counts' : 'count'}`,
		kinds
	};
}
