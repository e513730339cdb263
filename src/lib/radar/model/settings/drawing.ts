import { z } from 'zod';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour as #rrggbb');

const categorySchema = z.strictObject({
	name: z.string(),
	short: z.string(),
	/** Degrees; all sum to 360. */
	angle: z.number().positive().max(360),
	colour: z.strictObject({ light: colour, dark: colour })
});
export type CategorySetting = z.output<typeof categorySchema>;

const ringSchema = z.strictObject({ id: z.enum(RINGS), label: z.string(), meaning: z.string() });
export type RingSetting = z.output<typeof ringSchema>;

/** From the centre outwards. */
export const ringsSchema = z
	.array(ringSchema)
	.length(RINGS.length)
	.refine((rings) => rings.every((ring, i) => ring.id === RINGS[i]), {
		message: `must come in the order ${RINGS.join(', ')}`
	});

/** Clockwise from the top. */
export const categoriesSchema = z
	.array(categorySchema)
	.min(1)
	.superRefine((categories, context) => {
		const turn = categories.reduce((total, { angle }) => total + angle, 0);
		if (Math.abs(turn - 360) > 1e-9) {
			context.addIssue({ code: 'custom', path: [], message: `angles sum to ${turn}, not 360` });
		}
	});

/** For tools that draw four quadrants: any number of categories, folded. */
export const quadrantsSchema = z
	.array(z.strictObject({ name: z.string(), categories: z.array(z.string()).min(1) }))
	.min(1)
	.max(4);
