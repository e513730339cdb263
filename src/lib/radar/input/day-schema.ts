import { z } from 'zod';

/** Date parses 30 February as 2 March. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const daySchema = z.string().refine(isDay, 'expected a day as YYYY-MM-DD');
