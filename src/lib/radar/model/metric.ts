import type { Known } from '#lib/radar/observation/evidence.ts';
import type { RequiredSource } from '#lib/radar/observation/sources.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { NEVER } from './curves.ts';
import type { Curve } from './settings/curve.ts';
import type { UseKinds } from './settings/use-kinds.ts';
import type { Subject } from './subject.ts';
import type { UsePart } from './use-share.ts';

/** `kinds`: what the value is made of, known or not. */
export type RawValue = Known<number | string> & { note?: string; kinds?: UsePart[] };

/** What the settings say of how a metric is read. */
export interface Reading {
	/** Lower median of so many months, where the metric `lasts`. */
	lasting_months?: number | undefined;
	kinds?: UseKinds | undefined;
	or_elsewhere?: boolean | undefined;
}

export interface Metric {
	read: (subject: Subject, reading: Reading) => RawValue;
	lasts?: true;
	ofKinds?: true;
	elsewhere?: true;
	curves: readonly Curve['kind'][];
	words: readonly string[];
}

export const inNumbers = (read: (subject: Subject, reading: Reading) => Known<number>): Metric => ({
	read,
	curves: ['log', 'linear'],
	words: []
});

export const inNumbersOrNever = (
	read: (subject: Subject, reading: Reading) => Known<number | typeof NEVER>
): Metric => ({
	read,
	curves: ['linear'],
	words: []
});

export const inWords = <W extends string>(
	words: readonly W[],
	read: (subject: Subject, reading: Reading) => Known<W>
): Metric => ({ read, curves: ['table'], words });

export const YES_NO = ['yes', 'no'] as const;
export type YesNo = (typeof YES_NO)[number];

export type Unseen = Exclude<RawValue, { state: 'observed' }>;

export const unknown = (reason: string): Unseen => ({ state: 'unknown', reason });
export const notApplicable = (reason: string): Unseen => ({ state: 'not-applicable', reason });
export const yesNo = (known: Known<boolean>): Known<YesNo> =>
	replace(known, (value) => (value ? 'yes' : 'no'));

export function replace<T, V>(known: Known<T>, change: (value: T, on: Day) => V): Known<V> {
	return known.state === 'observed'
		? { ...known, value: change(known.value, known.observedOn) }
		: known;
}

export const filed = <V>(
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
