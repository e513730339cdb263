import { daysBetween, monthsBefore, dayText } from '#lib/radar/words/days.ts';
import type { GateAction } from '#lib/radar/model/placement.ts';
import { isOsiApproved } from '#lib/radar/observation/license.ts';
import type { GateId } from './gate-ids.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import { NOT_OBSERVED } from '#lib/radar/observation/evidence.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { plural, percent } from '#lib/radar/words/numbers.ts';

export interface GateInput {
	subject: Subject;
	/** Observed over applicable weight, 0 to 1. */
	confidence: number;
	/** Points; 0 when missing. */
	communityObserved: number;
}

/** A gate whose condition holds, even if it changes nothing. */
export interface GateHit {
	id: GateId;
	effect: GateAction['effect'];
	ring: Ring | null;
	because: string;
	/** Skips the gate's waiting nights. */
	atOnce?: true;
}

type Gate = (input: GateInput, thresholds: Model['thresholds']) => Omit<GateHit, 'id'> | null;

/** Null when unknown. At night two observations must agree: one wrong branch retires no project. */
function quietDays({ evidence }: Subject): { days: number; last: string } | null {
	const last = evidence.get('lastCommit');
	if (last.state !== 'observed') return null;
	const days = daysBetween(last.value, last.observedOn);
	if (evidence.kind === 'month') return { days, last: last.value };
	const before = evidence.before('lastCommit');
	if (before.state !== 'observed') return null;
	return { days: Math.min(days, daysBetween(before.value, before.observedOn)), last: last.value };
}

const isTrue = (subject: Subject, field: 'archived' | 'disabled' | 'gone'): boolean => {
	const known = subject.evidence.get(field);
	return known.state === 'observed' && known.value;
};

const conditions: Record<GateId, Gate> = {
	'not-rated': ({ subject, confidence, communityObserved }, t) => {
		const notRated = { effect: 'not-rated' as const, ring: null };
		if (subject.noRepository !== null) {
			return { ...notRated, because: subject.noRepository, atOnce: true };
		}
		if (communityObserved === 0) {
			return { ...notRated, because: whyNoCommunity(subject), atOnce: true };
		}
		if (confidence >= t.not_rated_below_confidence) return null;
		return {
			...notRated,
			because: `Confidence is ${percent(confidence)}; a rating needs ${percent(t.not_rated_below_confidence)}.`
		};
	},
	archived: ({ subject }) => {
		const hold = (because: string) => ({ effect: 'hold' as const, ring: 'hold' as const, because });
		const { retired } = subject.judgement;
		if (isTrue(subject, 'archived')) return hold('The repository is archived');
		if (isTrue(subject, 'disabled')) return hold('The repository is disabled');
		if (subject.maturity === 'archived')
			return hold(`The ${subject.foundation} has archived the project`);
		if (retired !== null) return hold(`Retired: ${retired.reason.replace(/\.$/, '')}`);
		return null;
	},
	inactive: ({ subject }, t) => {
		const { featureComplete, specification } = subject.judgement;
		if (featureComplete !== null || specification !== null) return null;
		const quiet = quietDays(subject);
		if (quiet === null || quiet.days < t.hold_after_days_without_commit) return null;
		return {
			effect: 'hold',
			ring: 'hold',
			because: `No human commit since ${dayText(quiet.last)}, for ${plural(quiet.days, 'day')}`
		};
	},
	quiet: ({ subject }, t) => {
		const quiet = quietDays(subject);
		if (quiet === null || quiet.days < t.assess_after_days_without_commit) return null;
		return {
			effect: 'at-most',
			ring: 'assess',
			because: `No human commit since ${dayText(quiet.last)}, for ${plural(quiet.days, 'day')}: such projects stop at Assess`
		};
	},
	young: ({ subject }, t) => {
		const first = subject.evidence.get('firstCommit');
		if (first.state !== 'observed') return null;
		const younger = (months: number) => first.value > monthsBefore(subject.evidence.on, months);
		const cap = (ring: Ring, months: number) => ({
			effect: 'at-most' as const,
			ring,
			because: `The first commit was on ${dayText(first.value)}: projects younger than ${plural(months, 'month')} stop at ${RING_WORDS[ring]}`
		});
		if (younger(t.assess_until_age_months)) return cap('assess', t.assess_until_age_months);
		if (younger(t.trial_until_age_months)) return cap('trial', t.trial_until_age_months);
		return null;
	},
	sandbox: ({ subject }) =>
		subject.maturity === 'sandbox'
			? {
					effect: 'at-most',
					ring: 'trial',
					because: `${subject.foundation} sandbox projects stop at Trial`
				}
			: null,
	graduated: ({ subject }) =>
		subject.maturity === 'graduated'
			? {
					effect: 'at-least',
					ring: 'trial',
					because: `${subject.foundation} graduated projects are at least in Trial`
				}
			: null,
	'no-recent-release': ({ subject }, t) => {
		const last = subject.evidence.get('lastStableRelease');
		if (subject.judgement.specification?.releases === 'not-applicable') return null;
		if (last.state !== 'observed') return null;
		// Later releases are unknown.
		const days = daysBetween(last.value, last.observedOn);
		if (days <= t.stale_release_days) return null;
		return {
			effect: 'at-most',
			ring: 'trial',
			because: `The last stable release was on ${dayText(last.value)}, ${plural(days, 'day')} earlier: such projects stop at Trial`
		};
	},
	'one-author': ({ subject }) => {
		const factor = subject.evidence.get('absenceFactor');
		return factor.state === 'observed' && factor.value === 1
			? {
					effect: 'at-most',
					ring: 'trial',
					because: 'One author wrote half of the last 100 commits: such projects stop at Trial'
				}
			: null;
	},
	'not-osi-licence': ({ subject }) => {
		const license = subject.evidence.get('license');
		if (license.state !== 'observed' || isOsiApproved(license.value) !== false) return null;
		return {
			effect: 'at-most',
			ring: 'trial',
			because: `The licence ${license.value} is source-available, not OSI approved: such projects stop at Trial`
		};
	},
	'low-confidence': ({ confidence }, t) =>
		confidence < t.trial_at_most_below_confidence
			? {
					effect: 'at-most',
					ring: 'trial',
					because: `Confidence is ${percent(confidence)}: below ${percent(t.trial_at_most_below_confidence)}, projects stop at Trial`
				}
			: null,
	gone: ({ subject }) =>
		isTrue(subject, 'gone')
			? {
					effect: 'not-rated',
					ring: null,
					because: 'GitHub no longer has its repository: two crawls in a row did not find it.',
					atOnce: true
				}
			: null
};

function whyNoCommunity(subject: Subject): string {
	const { evidence } = subject;
	const known = [
		evidence.get('authors365d'),
		evidence.get('contributorsTotal'),
		evidence.get('absenceFactor')
	];
	const reason = known.find((value) => value.state !== 'observed' && value.reason !== NOT_OBSERVED);
	if (reason !== undefined && reason.state !== 'observed')
		return `Its contributors: ${reason.reason}.`;
	return 'Its repository has not been measured yet.';
}

export function gatesThatHold(
	input: GateInput,
	{ gates, thresholds }: Pick<Model, 'gates' | 'thresholds'>
): GateHit[] {
	const hits: GateHit[] = [];
	for (const { id } of gates) {
		const hit = conditions[id](input, thresholds);
		if (hit !== null) hits.push({ id, ...hit });
	}
	return hits;
}
