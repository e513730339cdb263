import { z } from 'zod';
import { useCasesSchema } from '#lib/radar/guide/facts/use-cases-schema.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { guideSchema } from '#lib/radar/guide/told/guide-schema.ts';
import { citationOf } from '#lib/radar/guide/facts/source-link.ts';
import { aboutSchema, ringSchema, type About } from './about.ts';

/** `guide.json`: what the guide can be asked. */
export const guideListSchema = aboutSchema.extend({
	useCases: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			group: z.string(),
			says: z.string(),
			data: z.string().describe('Address of its stack, from here')
		})
	),
	questions: z
		.array(
			z.object({
				id: z.string().describe('The parameter of a stack’s address'),
				ask: z.string(),
				default: z.string().nullable().describe('null: it stays open'),
				options: z.array(z.object({ id: z.string(), label: z.string() }))
			})
		)
		.describe('What a stack may depend on')
});

export const guideList = (
	about: About,
	{ useCases: { file } }: Guide
): z.output<typeof guideListSchema> => ({
	...about,
	useCases: file.use_cases.map(({ id, title, group, says }) => ({
		id,
		title,
		group,
		says,
		data: `./guide/${id}.json`
	})),
	questions: file.questions.map(({ id, ask, default: taken, options }) => ({
		id,
		ask,
		default: taken ?? null,
		options: options.map((option) => ({ id: option.id, label: option.label }))
	}))
});

/** `use-cases.json`: the facts of the guide as they are filed. */
export const useCasesDocumentSchema = aboutSchema.extend({
	...useCasesSchema.shape,
	// A copy without facts of its own has none.
	layers: z.array(useCasesSchema.shape.layers.element),
	roles: z.array(useCasesSchema.shape.roles.element),
	use_cases: z.array(useCasesSchema.shape.use_cases.element)
});

/** `roles.json`: parts of a stack, and who plays them. */
export const rolesSchema = aboutSchema.extend({
	layers: z.array(z.object({ id: z.string(), label: z.string() })),
	roles: z.array(
		z.object({
			id: z.string(),
			layer: z.string(),
			label: z.string(),
			what: z.string(),
			nobody: z.string().nullable().describe('Why the landscape holds nobody for it'),
			elsewhere: z.array(z.string()).describe('Items outside the group; not rated here'),
			players: z.array(
				z.object({
					id: z.string(),
					name: z.string(),
					ring: ringSchema.nullable(),
					score: z.number().nullable(),
					side: z.boolean().describe('Besides its main part'),
					note: z.string().nullable(),
					source: guideSchema.shape.parts.element.shape.project.shape.source
				})
			)
		})
	)
});

export const rolesJson = (
	about: About,
	{ useCases: { file }, edition }: Guide
): z.output<typeof rolesSchema> => ({
	...about,
	layers: file.layers,
	roles: file.roles.map(({ id, layer, label, what, nobody, elsewhere }) => ({
		id,
		layer,
		label,
		what,
		nobody: nobody ?? null,
		elsewhere,
		players: edition.playersOf(id).map(({ project, fact }) => ({
			id: project.id,
			name: project.name,
			ring: project.ring,
			score: project.score,
			side: fact.side,
			note: fact.note ?? null,
			source: citationOf(fact.source, file.read)
		}))
	}))
});
