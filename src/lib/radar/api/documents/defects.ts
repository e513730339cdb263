import { z } from 'zod';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import { aboutSchema, type About } from './about.ts';

/** `defects.json`: what is wrong in the landscape file. */
export const defectsSchema = aboutSchema.extend({
	defects: z.array(
		z.object({
			line: z.number().int().nullable().describe('From 1; null: not known'),
			path: z.string(),
			item: z.string().describe('Empty for a subcategory'),
			kind: z.string(),
			message: z.string(),
			suggestion: z.string()
		})
	)
});

export const defectsJson = (
	about: About,
	defects: readonly StoredDefect[]
): z.output<typeof defectsSchema> => ({
	...about,
	defects: defects.map(({ line, path, item, kind, message, suggestion }) => ({
		line,
		path,
		item,
		kind,
		message,
		suggestion
	}))
});
