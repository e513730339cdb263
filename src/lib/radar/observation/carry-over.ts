import { z } from 'zod';

/** Maximum age on the edition's day. */
export const carryOverSchema = z.strictObject({
	nightly_days: z.number().int().positive(),
	monthly_days: z.number().int().positive(),
	/** Monthly editions, values over 90 days. */
	monthly_window_days: z.number().int().positive(),
	/** Younger values are not carried over; totals arrive weekly. */
	nightly_fresh_days: z.number().int().nonnegative().default(7)
});
export type CarryOver = z.output<typeof carryOverSchema>;
