/**
 * The moment until which a `Retry-After` asks to wait, at most `longestMs` after `now`; milliseconds since 1970.
 * Seconds, or a time: RFC 9110, 10.2.3. Null when it says neither, or the past.
 */
export function retryAfter(value: string | null, now: number, longestMs: number): number | null {
	if (value === null) return null;
	const until = /^\s*\d+\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
	return Number.isNaN(until) || until <= now ? null : Math.min(until, now + longestMs);
}
