import type { Day } from '#lib/radar/words/vocabulary.ts';

/** Since 1970, as git counts. */
export type Seconds = number;

export const SECONDS_PER_DAY = 86_400;

export const dayOf = (time: Seconds): Day => new Date(time * 1000).toISOString().slice(0, 10);

export const endOf = (day: Day): Seconds => Date.parse(`${day}T23:59:59Z`) / 1000;
