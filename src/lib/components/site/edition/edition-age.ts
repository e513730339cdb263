import { dayText } from '#lib/radar/words/days.ts';

const OLD_MS = 36 * 3_600_000;

/**
 * A sentence when the night's edition is older than 36 hours; null when it is not, and for editions of month ends, which
 * are no nightly promise. `now`: milliseconds since 1970.
 */
export function editionAge(
	{ date, kind }: { date: string; kind: 'month' | 'night' },
	now: number
): string | null {
	if (kind === 'month' || now - Date.parse(date) <= OLD_MS) return null;
	return `The newest edition is of ${dayText(date)}: no night has published since. It is whole, and shows that day.`;
}
