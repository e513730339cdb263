import { z } from 'zod';
import { parsePath } from '#lib/radar/landscape/path.ts';
import { refuser } from '#lib/radar/input/refusal.ts';

export const scopeSchema = z
	.strictObject({
		group: z.string(),
		categories: z.array(z.string()).min(1),
		/** Before the taxonomy changed; empty: it never did. */
		former_category: z.string().default(''),
		/** Former box to today's `Category / Subcategory`. */
		former_paths: z.record(z.string(), z.string()).default({})
	})
	.superRefine(({ categories, former_paths }, context) => {
		const refuse = refuser(context);
		categories.forEach((name, c) => {
			if (categories.indexOf(name) < c) refuse(['categories', c], `${name} stands twice`);
		});
		for (const [box, text] of Object.entries(former_paths)) {
			const path = parsePath(text);
			if (path === null || !categories.includes(path.category)) {
				refuse(
					['former_paths', box],
					`${text} is no place in the scope: expected Category / Subcategory`
				);
			}
		}
	});
