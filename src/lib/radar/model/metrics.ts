import type { Evidence, Known } from '#lib/radar/observation/evidence.ts';
import { scorecardOn } from '#lib/radar/observation/scorecard.ts';
import { dayText } from '#lib/radar/words/days.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';
import {
	filed,
	inNumbers,
	inWords,
	notApplicable,
	unknown,
	YES_NO,
	yesNo,
	type Metric,
	type YesNo
} from './metric.ts';
import { releaseMetrics } from './release-metrics.ts';
import type { Subject } from './subject.ts';
import { useMetric } from './use-metric.ts';

/** Attention can be bought: settings may require it to last. */
const inNotice = (field: 'stars' | 'forks'): Metric => ({
	...inNumbers(({ evidence }, { lasting_months: months }) => lasting(evidence, field, months)),
	lasts: true
});

/** A new metric also needs an entry in `data/radar.yml`. */
export const metrics: Record<string, Metric> = {
	authors: inNumbers(({ evidence }) => evidence.get('authors365d')),
	contributors: inNumbers(({ evidence }) => evidence.get('contributorsTotal')),
	'absence-factor': inNumbers(({ evidence }) => evidence.get('absenceFactor')),
	'active-weeks': inNumbers(({ evidence }) => evidence.get('activeWeeks13')),
	'merged-pulls': inNumbers(({ evidence }) => evidence.get('mergedPulls90d')),
	'closed-pulls-ratio': inNumbers(({ evidence }) => {
		const opened = evidence.get('openedPulls90d');
		const closed = evidence.get('closedPulls90d');
		if (opened.state !== 'observed') return opened;
		if (closed.state !== 'observed') return closed;
		if (opened.value === 0) return notApplicable('no pull request was opened in 90 days');
		return { ...closed, value: closed.value / opened.value };
	}),
	stars: inNotice('stars'),
	forks: inNotice('forks'),
	'documented-use': inWords(
		['graduated', 'incubating', 'adopters-file'],
		({ maturity, filedOn, evidence }) => {
			if (maturity === 'graduated' || maturity === 'incubating') {
				return filed(maturity, filedOn, 'landscape');
			}
			const adopters = evidence.get('adopters');
			if (adopters.state === 'observed' && adopters.value) {
				return { ...adopters, value: 'adopters-file' };
			}
			return unknown('no ADOPTERS file was seen, and dependents are not collected yet');
		}
	),
	use: useMetric,
	home: inWords(
		['graduated', 'incubating', 'neutral-foundation', 'sandbox', 'organization', 'user'],
		({ maturity, filedOn, judgement, evidence }) => {
			const { foundation } = judgement;
			if (maturity === 'graduated' || maturity === 'incubating') {
				return filed(maturity, filedOn, 'landscape');
			}
			if (foundation !== null) return filed('neutral-foundation', foundation.date, 'overrides');
			if (maturity === 'sandbox') return filed('sandbox', filedOn, 'landscape');
			const owner = evidence.get('ownerType');
			if (owner.state === 'observed') return owner;
			if (judgement.owner !== null)
				return filed(judgement.owner.type, judgement.owner.date, 'overrides');
			return unknown('whether an organisation or a person owns the repository was not measured');
		}
	),
	...releaseMetrics,
	'security-policy': inWords(YES_NO, securityPolicy),
	audit: inWords(YES_NO, ({ securityAudits, badge, evidence, filedOn }) => {
		const last = securityAudits.findLast((day) => day <= evidence.on);
		if (last !== undefined) return filed('yes', last, 'landscape');
		if (badge) return filed('yes', filedOn, 'landscape');
		return unknown('the landscape lists no audit of that time and no badge');
	}),
	scorecard: inNumbers(({ evidence, use }) => {
		const own = evidence.get('scorecard');
		return own.state === 'observed' ? own : scorecardOn(use.rows, evidence.on);
	})
};

/** Sources that see the files of one repository alone. */
const isHistory = (source: string): boolean => source === 'history' || source === 'git';

function securityPolicy({ evidence }: Subject): Known<YesNo> & { note?: string } {
	const policy = yesNo(evidence.get('securityPolicy'));
	const none = policy.state === 'observed' && policy.value === 'no' && isHistory(policy.source);
	return none
		? { ...policy, note: 'none in the repository; a policy of its organisation is not seen there' }
		: policy;
}

function lasting(
	evidence: Evidence,
	field: 'stars' | 'forks',
	months: number | undefined
): Known<number> & { note?: string } {
	const now = evidence.get(field);
	if (now.state !== 'observed' || months === undefined) return now;
	const seen = evidence.monthly(field, months).sort((a, b) => a.value - b.value);
	const middle = seen[Math.floor((seen.length - 1) / 2)];
	if (middle === undefined || middle.value === now.value) return now;
	return {
		...now,
		...middle,
		note: `the median of ${plural(seen.length, 'monthly count')}; ${countText(now.value)} on ${dayText(now.observedOn)}`
	};
}
