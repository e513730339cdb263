import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { curveSchema } from '#lib/radar/model/settings/curve.ts';
import { MATURITIES, MOVEMENTS } from '#lib/radar/words/vocabulary.ts';
import { aboutSchema, ringSchema } from './about.ts';
import { blipSchema, path, placementSchema } from './placement-schema.ts';

const organisation = z.object({
	organisation: z.object({
		id: z.string(),
		name: z.string(),
		kind: z.string(),
		landscape: z
			.looseObject({ name: z.string() })
			.optional()
			.describe('Its membership in the foundation')
	}),
	share: z.number().describe('Of all commits: at least so many'),
	commits: z.number(),
	authors: z.number(),
	owns: z.boolean(),
	carries: z.boolean(),
	takesPart: z.boolean()
});

const carriedBy = z.discriminatedUnion('state', [
	z.object({
		state: z.literal('observed'),
		observedOn: daySchema,
		source: z.string(),
		total: z.number(),
		agents: z.number(),
		named: z.array(organisation),
		others: z.number(),
		notKnown: z.number(),
		oneOrganisation: z.enum(['yes', 'no', 'cannot-tell']),
		maintainers: z.looseObject({}).nullable()
	}),
	z.object({ state: z.literal('unknown'), reason: z.string() })
]);

const amount = z.number().nullable();

/** `projects/<id>.json`: all that is known of a project, as of an edition. */
export const projectSchema = aboutSchema.extend({
	id: z.string(),
	name: z.string(),
	homepage: z.string().nullable(),
	repository: z.string().nullable(),
	repositoryUrl: z.string().nullable(),
	paths: z.array(path),
	maturity: z.enum(MATURITIES).nullable(),
	cncf: z.object({
		accepted: daySchema.nullable(),
		incubating: daySchema.nullable(),
		graduated: daySchema.nullable(),
		archived: daySchema.nullable()
	}),
	placement: placementSchema.nullable().describe('null: it is not in the edition'),
	blip: blipSchema.nullable(),
	observed: z.array(
		z.object({
			field: z.string(),
			value: z.unknown(),
			observedOn: daySchema,
			source: z.string(),
			mirror: z.boolean()
		})
	),
	history: z.array(
		z.object({
			edition: z.string(),
			date: daySchema,
			ring: ringSchema.nullable(),
			score: amount,
			movement: z.enum(MOVEMENTS),
			reason: z.string().optional().describe('Absent where the ring stayed'),
			lacksData: z.boolean().optional(),
			newlyMeasured: z
				.array(z.string())
				.optional()
				.describe('Kinds of use that alone moved it: they were measured for the first time')
		})
	),
	series: z.array(
		z.object({
			date: daySchema,
			commits90d: amount,
			authors365d: amount,
			stableReleaseDays365d: amount,
			stars: amount
		})
	),
	experts: z.array(
		z.object({
			ring: ringSchema,
			source: z.string(),
			date: z.string(),
			secondary: z.boolean()
		})
	),
	users: z
		.record(z.string(), z.object({ id: z.string(), name: z.string() }))
		.describe('Projects of the edition that use it, by the repository whose manifest declares it'),
	carriedBy: carriedBy.nullable(),
	alternatives: z.array(
		z.object({ id: z.string(), name: z.string(), ring: ringSchema, score: z.number() })
	),
	related: z.array(z.object({ id: z.string(), name: z.string(), ring: ringSchema.nullable() })),
	references: z.record(z.string(), curveSchema),
	cutOffs: z.looseObject({ adopt: z.number(), trial: z.number() }),
	sources: z.record(z.string(), z.looseObject({ name: z.string(), url: z.string() }))
});
