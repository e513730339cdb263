import { daysBetween } from '#lib/radar/words/days.ts';
import { NOT_OBSERVED, type Known } from '#lib/radar/observation/evidence.ts';
import type { Certainty, KnownElsewhere } from '#lib/radar/observation/release-elsewhere.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { NEVER } from './curves.ts';
import {
	inNumbers,
	inNumbersOrNever,
	inWords,
	notApplicable,
	replace,
	YES_NO,
	type Metric,
	type Reading,
	type Unseen,
	type YesNo
} from './metric.ts';
import type { Subject } from './subject.ts';

export const releaseMetrics: Record<string, Metric> = {
	'release-age': {
		...inNumbersOrNever((subject, reading) =>
			releases<number | typeof NEVER>(subject, () => {
				const last = subject.evidence.get('lastStableRelease');
				// Later releases are unknown.
				if (last.state === 'observed') return replace(last, daysBetween);
				const elsewhere = elsewhereOf(subject, reading, ({ last: { releasedOn } }, seenOn) =>
					daysBetween(releasedOn, seenOn)
				);
				return elsewhere ?? neverSeen(last, subject, NEVER);
			})
		),
		elsewhere: true
	},
	'release-days': inNumbers((subject) =>
		releases(subject, () => subject.evidence.get('stableReleaseDays365d'))
	),
	'version-one': {
		...inWords(YES_NO, (subject, reading) =>
			releases<YesNo>(subject, () => {
				const own = subject.evidence.get('highestVersion');
				const highest =
					own.state === 'observed'
						? own
						: (elsewhereOf(subject, reading, ({ highest: { version } }) => version) ?? own);
				if (highest.state === 'observed') {
					if (isDateVersion(highest.value)) return notApplicable('its versions are dates');
					return replace(highest, (version) => (majorVersion(version) >= 1 ? 'yes' : 'no'));
				}
				return neverSeen(highest, subject, 'no');
			})
		),
		elsewhere: true
	}
};

/** What the day of a release known elsewhere is worth. */
const CERTAINTY_NOTES: Record<Certainty, string> = {
	exact: 'release known from elsewhere',
	seen: 'release known from elsewhere, perhaps not the newest',
	by: 'release known from elsewhere, out by that day'
};

/** A value from releases known elsewhere; null where the settings do not ask for them or none is known. */
function elsewhereOf<V>(
	{ releasesElsewhere: known }: Subject,
	{ or_elsewhere: isAsked }: Reading,
	read: (known: KnownElsewhere, seenOn: Day) => V
): (Known<V> & { note?: string }) | null {
	if (!isAsked || known === null) return null;
	return {
		state: 'observed',
		value: read(known, known.seenOn),
		observedOn: known.seenOn,
		source: known.last.source,
		mirror: false,
		carriedOver: false,
		observationId: 0,
		note: CERTAINTY_NOTES[known.last.certainty]
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
