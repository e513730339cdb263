import { NEVER } from './curves.ts';
import { daysBetween } from './day.ts';
import { NOT_OBSERVED, type Known } from './evidence.ts';
import type { Subject } from './subject.ts';
import type { Day } from './vocabulary.ts';

/** A metric's raw value: a number, or a word of its table. */
export type RawValue = Known<number | string>;

const unknown = (reason: string): RawValue => ({ state: 'unknown', reason });
const notApplicable = (reason: string): RawValue => ({ state: 'not-applicable', reason });
const yesNo = (known: Known<boolean>): RawValue =>
	replace(known, (value) => (value ? 'yes' : 'no'));

function replace<T>(known: Known<T>, change: (value: T, on: Day) => number | string): RawValue {
	return known.state === 'observed'
		? { ...known, value: change(known.value, known.observedOn) }
		: known;
}

/** A fact of the landscape or of our own judgement: no observation stands behind it. */
const filed = (
	value: number | string,
	observedOn: Day,
	source: 'landscape' | 'overrides'
): RawValue => ({
	state: 'observed',
	value,
	observedOn,
	source,
	mirror: false,
	carriedOver: false,
	observationId: 0
});

/** How each metric of the settings is read. A new metric is a function here and an entry in `data/radar.yml`. */
export const metrics: Record<string, (subject: Subject) => RawValue> = {
	authors: ({ evidence }) => evidence.get('authors365d'),
	contributors: ({ evidence }) => evidence.get('contributorsTotal'),
	'absence-factor': ({ evidence }) => evidence.get('absenceFactor'),
	'active-weeks': ({ evidence }) => evidence.get('activeWeeks13'),
	'merged-pulls': ({ evidence }) => evidence.get('mergedPulls90d'),
	'closed-pulls-ratio': ({ evidence }) => {
		const opened = evidence.get('openedPulls90d');
		const closed = evidence.get('closedPulls90d');
		if (opened.state !== 'observed') return opened;
		if (closed.state !== 'observed') return closed;
		if (opened.value === 0) return notApplicable('no pull request was opened in 90 days');
		return { ...closed, value: closed.value / opened.value };
	},
	stars: ({ evidence }) => evidence.get('stars'),
	forks: ({ evidence }) => evidence.get('forks'),
	'documented-use': ({ maturity, filedOn, evidence }) => {
		if (maturity === 'graduated' || maturity === 'incubating') {
			return filed(maturity, filedOn, 'landscape');
		}
		const adopters = evidence.get('adopters');
		if (adopters.state === 'observed' && adopters.value) {
			return { ...adopters, value: 'adopters-file' };
		}
		return unknown('no ADOPTERS file was seen, and dependents are not collected yet');
	},
	home: ({ maturity, filedOn, judgement, evidence }) => {
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
	},
	'release-age': (subject) =>
		releases(subject, () => {
			const last = subject.evidence.get('lastStableRelease');
			// Counted up to the day observed: what came out later is unknown.
			if (last.state === 'observed') return replace(last, daysBetween);
			return neverSeen(last, subject, NEVER);
		}),
	'release-days': (subject) =>
		releases(subject, () => subject.evidence.get('stableReleaseDays365d')),
	'version-one': (subject) =>
		releases(subject, () => {
			const highest = subject.evidence.get('highestVersion');
			if (highest.state === 'observed') {
				if (isDateVersion(highest.value)) return notApplicable('its versions are dates');
				return replace(highest, (version) => (majorVersion(version) >= 1 ? 'yes' : 'no'));
			}
			return neverSeen(highest, subject, 'no');
		}),
	'security-policy': ({ evidence }) => yesNo(evidence.get('securityPolicy')),
	audit: ({ securityAudits, bestPractices, evidence, filedOn }) => {
		const done = securityAudits.filter((day) => day <= evidence.on);
		if (done.length > 0 || bestPractices) return filed('yes', filedOn, 'landscape');
		return unknown('the landscape lists no audit and no badge');
	},
	scorecard: ({ evidence }) => evidence.get('scorecard')
};

function releases(subject: Subject, read: () => RawValue): RawValue {
	const { specification } = subject.judgement;
	return specification?.releases === 'not-applicable'
		? notApplicable(`no releases by design: ${specification.reason}`)
		: read();
}

/**
 * The releases were counted and none bears the field: there never was one. A date that was refused, or that is too old
 * to be taken over, stays unknown.
 */
function neverSeen(
	field: Exclude<RawValue, { state: 'observed' }>,
	{ evidence }: Subject,
	value: number | string
): RawValue {
	if (field.reason !== NOT_OBSERVED) return field;
	const total = evidence.get('releasesTotal');
	return total.state === 'observed' ? { ...total, value } : field;
}

const isDateVersion = (version: string): boolean => majorVersion(version) >= 1990;

/** The number before the first dot; 0 when the text holds none. */
export const majorVersion = (version: string): number => Number(/\d+/.exec(version)?.[0] ?? 0);
