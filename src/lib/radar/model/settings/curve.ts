import { z } from 'zod';

/** How a raw value becomes a share between 0 and 1. */
export const curveSchema = z.discriminatedUnion('kind', [
	/** Logarithmic between two fixed references: lo and below give 0, hi and above give 1. */
	z
		.strictObject({
			kind: z.literal('log'),
			lo: z.number().nonnegative(),
			hi: z.number().positive()
		})
		.refine((c) => c.lo < c.hi, { message: 'lo must lie below hi', path: ['lo'] }),
	/** Straight lines between points [value, share], values ascending; flat outside. */
	z.strictObject({
		kind: z.literal('linear'),
		points: z
			.array(z.tuple([z.number(), z.number().min(0).max(1)]))
			.min(2)
			.refine((list) => list.every(([x], i) => i === 0 || x > (list[i - 1]?.[0] ?? x)), {
				message: 'values must ascend'
			})
	}),
	/** A share for each word. */
	z.strictObject({
		kind: z.literal('table'),
		shares: z.record(z.string(), z.number().min(0).max(1))
	})
]);
export type Curve = z.output<typeof curveSchema>;
