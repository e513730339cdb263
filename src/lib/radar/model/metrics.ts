import { NEVER } from './curves.ts';
import { daysBetween, dayText } from '#lib/radar/words/days.ts';
import { NOT_OBSERVED, type Evidence, type Known } from '#lib/radar/observation/evidence.ts';
import type { RequiredSource } from '#lib/radar/observation/sources.ts';
import type { Subject } from './subject.ts';
import type { Curve } from './settings/curve.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

export type RawValue = Known<number | string> & { note?: string };

export interface Metric {
	/** `months`: lower median of so many, where the metric `lasts`. */
	read: (subject: Subject, months?: number) => RawValue;
	lasts?: true;
	curves: readonly Curve['kind'][];
	words: readonly string[];
}

const inNumbers = (read: (subject: Subject, months?: number) => Known<number>): Metric => ({
	read,
	curves: ['log', 'linear'],
	words: []
});

/** Attention can be bought: settings may require it to last. */
const inNotice = (field: 'stars' | 'forks'): Metric => ({
	...inNumbers(({ evidence }, months) => lasting(evidence, field, months)),
	lasts: true
});

const inNumbersOrNever = (read: (subject: Subject) => Known<number | typeof NEVER>): Metric => ({
	read,
	curves: ['linear'],
	words: []
});

const inWords = <W extends string>(
	words: readonly W[],
	read: (subject: Subject) => Known<W>
): Metric => ({ read, curves: ['table'], words });

const YES_NO = ['yes', 'no'] as const;
type YesNo = (typeof YES_NO)[number];

type Unseen = Exclude<RawValue, { state: 'observed' }>;

const unknown = (reason: string): Unseen => ({ state: 'unknown', reason });
const notApplicable = (reason: string): Unseen => ({ state: 'not-applicable', reason });
const yesNo = (known: Known<boolean>): Known<YesNo> =>
	replace(known, (value) => (value ? 'yes' : 'no'));

function replace<T, V>(known: Known<T>, change: (value: T, on: Day) => V): Known<V> {
	return known.state === 'observed'
		? { ...known, value: change(known.value, known.observedOn) }
		: known;
}

const filed = <V>(
	value: V,
	observedOn: Day,
	source: Exclude<RequiredSource, 'github' | 'git'>
): Known<V> => ({
	state: 'observed',
	value,
	observedOn,
	source,
	mirror: false,
	carriedOver: false,
	observationId: 0
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
			return unknown('whether an organisation or a person owns the repository was not observed');
		}
	),
	'release-age': inNumbersOrNever((subject) =>
		releases<number | typeof NEVER>(subject, () => {
			const last = subject.evidence.get('lastStableRelease');
			// Later releases are unknown.
			if (last.state === 'observed') return replace(last, daysBetween);
			return neverSeen(last, subject, NEVER);
		})
	),
	'release-days': inNumbers((subject) =>
		releases(subject, () => subject.evidence.get('stableReleaseDays365d'))
	),
	'version-one': inWords(YES_NO, (subject) =>
		releases<YesNo>(subject, () => {
			const highest = subject.evidence.get('highestVersion');
			if (highest.state === 'observed') {
				if (isDateVersion(highest.value)) return notApplicable('its versions are dates');
				return replace(highest, (version) => (majorVersion(version) >= 1 ? 'yes' : 'no'));
			}
			return neverSeen(highest, subject, 'no');
		})
	),
	'security-policy': inWords(YES_NO, ({ evidence }) => yesNo(evidence.get('securityPolicy'))),
	audit: inWords(YES_NO, ({ securityAudits, badge, evidence, filedOn }) => {
		const last = securityAudits.findLast((day) => day <= evidence.on);
		if (last !== undefined) return filed('yes', last, 'landscape');
		if (badge) return filed('yes', filedOn, 'landscape');
		return unknown('no audit of that time and no badge is filed in the landscape');
	}),
	scorecard: inNumbers(({ evidence }) => evidence.get('scorecard'))
};

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
		note: `the middle of ${plural(seen.length, 'monthly count')}; ${countText(now.value)} on ${dayText(now.observedOn)}`
	};
}

function releases<V>(subject: Subject, read: () => Known<V>): Known<V> {
	const { specification } = subject.judgement;
	return specification?.releases === 'not-applicable'
		? notApplicable(`no releases by design: ${specification.reason}`)
		: read();
}

/** Counted releases without the field: none ever existed. Refused or expired dates stay unknown. */
function neverSeen<V>(field: Unseen, { evidence }: Subject, value: V): Known<V> {
	if (field.reason !== NOT_OBSERVED) return field;
	const total = evidence.get('releasesTotal');
	return total.state === 'observed' ? { ...total, value } : field;
}

const isDateVersion = (version: string): boolean => majorVersion(version) >= 1990;

export const majorVersion = (version: string): number => Number(/\d+/.exec(version)?.[0] ?? 0);
