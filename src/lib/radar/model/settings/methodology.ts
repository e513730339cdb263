import { z } from 'zod';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';

const presetSchema = z.strictObject({
	id: z.string().regex(/^[a-z][a-z-]*$/),
	label: z.string(),
	why: z.string(),
	weights: z
		.array(z.number().int().nonnegative().max(100))
		.refine((list) => list.reduce((total, weight) => total + weight, 0) === 100, {
			message: 'weights must sum to 100'
		})
});
export type Preset = z.output<typeof presetSchema>;

/** Other weights to try out, in the order of the dimensions; official rings never use them. */
export const presetsSchema = z.array(presetSchema).superRefine((presets, context) =>
	refuseRepeated(
		refuser(context),
		'preset',
		presets.map(({ id }, p) => ({ id, path: [p, 'id'] }))
	)
);

const limitSchema = z.strictObject({ title: z.string(), text: z.string() });
export type Limit = z.output<typeof limitSchema>;

/** What the methodology page says of the model's limits. */
export const limitsSchema = z.strictObject({
	/** How a score could be driven up, and what is done about it. */
	gaming: z.array(limitSchema),
	/** What public figures do not show. */
	unseen: z.array(limitSchema)
});
