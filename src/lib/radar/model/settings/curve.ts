import { z } from 'zod';

export const curveSchema = z.discriminatedUnion('kind', [
	/** Logarithmic: 0 at `lo` and below, 1 at `hi` and above. */
	z
		.strictObject({
			kind: z.literal('log'),
			lo: z.number().nonnegative(),
			hi: z.number().positive()
		})
		.refine((c) => c.lo < c.hi, { message: 'lo must lie below hi', path: ['lo'] }),
	/** Points [value, share] by ascending value; flat outside. */
	z.strictObject({
		kind: z.literal('linear'),
		points: z
			.array(z.tuple([z.number(), z.number().min(0).max(1)]))
			.min(2)
			.refine((list) => list.every(([x], i) => i === 0 || x > (list[i - 1]?.[0] ?? x)), {
				message: 'values must ascend'
			})
	}),
	z.strictObject({
		kind: z.literal('table'),
		shares: z.record(z.string(), z.number().min(0).max(1))
	})
]);
export type Curve = z.output<typeof curveSchema>;
