import { z } from 'zod';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import { LICENSE } from '#lib/radar/export/radar-json.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

/** Of all documents but those that have a version of their own. */
export const API_VERSION = '1.0.0';

export const ringSchema = z.enum(RINGS);
export const webAddress = z.string().regex(/^https?:\/\//);
export const editionIdSchema = z.object({
	id: z.string().describe('A month as YYYY-MM, a night as YYYY-MM-DD'),
	date: daySchema,
	kind: z.enum(['month', 'night'])
});

/** What every document begins with. */
export const aboutSchema = z.object({
	schemaVersion: z.string(),
	title: z.string(),
	notice: z.string(),
	license: z.string().describe('Of what this radar adds to the facts'),
	attribution: z.array(z.object({ name: z.string(), license: z.string(), url: webAddress })),
	edition: editionIdSchema.extend({ modelVersion: z.string() })
});
export type About = z.output<typeof aboutSchema>;

export const aboutOf = (
	{ title, notice, edition }: Pick<EditionPage, 'title' | 'notice' | 'edition'>,
	{ attribution }: Pick<Settings, 'attribution'>
): About => ({
	schemaVersion: API_VERSION,
	title,
	notice,
	license: LICENSE,
	attribution,
	edition: {
		id: edition.id,
		date: edition.date,
		kind: edition.kind,
		modelVersion: edition.modelVersion
	}
});
