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

/** Official rings never use them. */
export const presetsSchema = z.array(presetSchema).superRefine((presets, context) =>
	refuseRepeated(
		refuser(context),
		'preset',
		presets.map(({ id }, p) => ({ id, path: [p, 'id'] }))
	)
);

const limitSchema = z.strictObject({ title: z.string(), text: z.string() });
export type Limit = z.output<typeof limitSchema>;

export const limitsSchema = z.strictObject({
	gaming: z.array(limitSchema),
	unseen: z.array(limitSchema)
});
