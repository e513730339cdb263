import { z } from 'zod';

/** JavaScript takes 30 February for 2 March: a day exists when it comes back as it went in. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A calendar day that exists. */
export const daySchema = z.string().refine(isDay, 'expected a day as YYYY-MM-DD');
