import { z } from 'zod';
import { curveSchema } from './curve.ts';

/** Scored kinds of evidence of use, in the order shown. */
export const USE_KINDS = ['downloads', 'peers', 'adopters', 'verified'] as const;
export type UseKind = (typeof USE_KINDS)[number];

const aging = z.strictObject({
	curve: curveSchema,
	/** Maximum age on the edition's day. */
	days: z.number().int().positive()
});

/** The metric is the mean of the `strongest` kinds that are known. */
export const useKindsSchema = z.strictObject({
	strongest: z.number().int().min(1).max(USE_KINDS.length),
	/** In days; figures come monthly, so younger ones are not carried over. */
	fresh_days: z.number().int().positive(),
	/** Downloads in 30 days. */
	downloads: aging,
	/** Repositories of the group, of other owners. */
	peers: aging,
	/** Organisations named in the project's own list. */
	adopters: aging,
	/** Maturity, where the foundation interviews adopters before it grants one; left out where it does not. */
	verified: z.strictObject({ curve: curveSchema }).optional()
});
export type UseKinds = z.output<typeof useKindsSchema>;
