import { z } from 'zod';
import type { ExportSource } from '#lib/radar/export/source.ts';
import {
	CONFIDENCE_LEVELS,
	LICENSE_CLASSES,
	MATURITIES,
	MOVEMENTS,
	TRENDS
} from '#lib/radar/words/vocabulary.ts';
import { aboutSchema, ringSchema, webAddress, type About } from './about.ts';

/** `projects.json`: what a list shows of each project. */
export const projectListSchema = aboutSchema.extend({
	projects: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			repository: z.string().nullable().describe('owner/name'),
			homepage: webAddress.nullable(),
			category: z.string(),
			subcategory: z.string(),
			ring: ringSchema.nullable().describe('null: not rated'),
			notRated: z.string().nullable(),
			score: z.number().nullable(),
			movement: z.enum(MOVEMENTS),
			confidence: z.enum(CONFIDENCE_LEVELS),
			trend: z.enum(TRENDS).nullable(),
			maturity: z.enum(MATURITIES).nullable(),
			license: z.string().nullable(),
			licenseClass: z.enum(LICENSE_CLASSES),
			language: z.string().nullable(),
			data: z.string().describe('Address of all that is known of it, from here')
		})
	)
});

export const projectList = (
	about: About,
	{ projects }: ExportSource['document']
): z.output<typeof projectListSchema> => ({
	...about,
	projects: projects.map((project) => ({
		id: project.id,
		name: project.name,
		repository: project.repository,
		homepage: project.links.homepage,
		category: project.category,
		subcategory: project.subcategory,
		ring: project.ring,
		notRated: project.notRated,
		score: project.score,
		movement: project.movement,
		confidence: project.confidence.level,
		trend: project.momentum.trend,
		maturity: project.maturity,
		license: project.license,
		licenseClass: project.licenseClass,
		language: project.language,
		data: `./projects/${project.id}.json`
	}))
});
