import { z } from 'zod';
import type { ModelChange } from '#lib/radar/edition/model-change.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { ringsSchema } from '#lib/radar/model/settings/drawing.ts';
import { limitsSchema } from '#lib/radar/model/settings/methodology.ts';
import { modelSchema } from '#lib/radar/model/settings/model.ts';
import { validationSchema, type Validation } from '#lib/radar/validation/report.ts';
import { aboutSchema, ringSchema, type About } from './about.ts';

/** `methodology.json`: the model, how it was checked, and where it fails. */
export const methodologySchema = aboutSchema.extend({
	rings: ringsSchema,
	model: modelSchema,
	limits: limitsSchema,
	validation: validationSchema.nullable(),
	changes: z
		.array(
			z.object({
				version: z.string(),
				before: z.string(),
				edition: z.string(),
				rated: z.number(),
				inward: z.array(z.string()),
				outward: z.array(z.string()),
				ratedByOne: z.array(z.string()),
				changed: z.number(),
				most: z.number(),
				moves: z
					.array(
						z.object({
							project: z.string(),
							from: ringSchema,
							to: ringSchema,
							reason: z.string()
						})
					)
					.describe('Every ring that moved, inward first, and why')
			})
		)
		.describe('What each version of the model moved, newest first')
});

/** What the methodology is told from. */
export interface Methodology {
	settings: Pick<Settings, 'rings' | 'model' | 'limits'>;
	validation: Validation | null;
	changes: readonly ModelChange[];
}

export const methodologyJson = (
	about: About,
	{ settings: { rings, model, limits }, validation, changes }: Methodology
) => ({ ...about, rings, model, limits, validation, changes });
