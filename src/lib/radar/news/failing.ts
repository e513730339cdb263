/** Nights after which a feed is named as failing, where readers see it. */
const FAILING_NIGHTS = 3;

/** `failures`: nights in a row on which it failed. */
export const isFailing = ({ failures }: { failures: number }): boolean =>
	failures >= FAILING_NIGHTS;
