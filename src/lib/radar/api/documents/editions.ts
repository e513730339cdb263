import { z } from 'zod';
import { aboutSchema, editionIdSchema, ringSchema } from './about.ts';
import { blipSchema } from './placement-schema.ts';

/** `editions.json`. */
export const editionListSchema = aboutSchema.extend({
	editions: z
		.array(editionIdSchema.extend({ data: z.string().describe('Its address, from here') }))
		.describe('Oldest first')
});

export const editionList = (
	editions: readonly z.output<typeof editionIdSchema>[]
): Pick<z.output<typeof editionListSchema>, 'editions'> => ({
	editions: editions.map(({ id, date, kind }) => ({
		id,
		date,
		kind,
		data: `./editions/${id}.json`
	}))
});

/** `editions/<id>.json`: what the radar page shows. */
export const editionSchema = aboutSchema.extend({
	editions: z.array(editionIdSchema).describe('Oldest first'),
	rings: z.array(z.object({ id: ringSchema, label: z.string(), meaning: z.string() })),
	segments: z.array(z.looseObject({ name: z.string(), subcategories: z.array(z.string()) })),
	blipRadius: z.number(),
	blips: z.array(blipSchema),
	left: z
		.array(z.object({ id: z.string(), name: z.string(), previousRing: ringSchema.nullable() }))
		.describe('Projects only in the edition before')
});
