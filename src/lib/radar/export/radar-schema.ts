import { z } from 'zod';
import { SCHEMA_VERSION } from './radar-schema-version.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import {
	CONFIDENCE_LEVELS,
	LICENSE_CLASSES,
	MATURITIES,
	MOVEMENTS,
	RINGS,
	TRENDS
} from '#lib/radar/words/vocabulary.ts';

const ring = z.enum(RINGS);
const path = z.object({ category: z.string(), subcategory: z.string() });
const webAddress = z.string().regex(/^https?:\/\//);

const observed = z.object({
	metric: z.string(),
	label: z.string(),
	unit: z.string(),
	value: z.union([z.number(), z.string()]).nullable(),
	state: z.enum(['observed', 'unknown', 'not-applicable']),
	note: z.string().nullable(),
	points: z.number().nullable().describe('Points won; null without a value'),
	possible: z.number().describe('Points that the model gives at most'),
	observedOn: daySchema.nullable(),
	source: z.string().nullable().describe('Id in sources')
});

const useKind = z.object({
	kind: z.enum(['downloads', 'peers', 'adopters', 'verified', 'pulls']),
	state: z.enum(['observed', 'unknown', 'not-applicable']),
	value: z.union([z.number(), z.string()]).nullable(),
	fewerThan: z.boolean().describe('The value is fewer than the number given'),
	share: z.number().min(0).max(1).nullable().describe('Of what the kind gives at most'),
	counts: z.boolean().describe('One of the kinds that make the metric'),
	name: z.string().nullable().describe('The package, or the list of adopters'),
	usedBy: z.array(z.string()).describe('Repositories of the group that declare it'),
	observedOn: daySchema.nullable(),
	source: z.string().nullable().describe('Id in sources'),
	reason: z.string().nullable().describe('Why there is no value; null when there is')
});

const carriedBy = z.object({
	observedOn: daySchema,
	source: z.string().describe('Id in sources'),
	commits: z.number().int().describe('Human commits in the 365 days before'),
	agents: z.number().int().describe('Commits of coding agents, beside them'),
	organisations: z
		.array(
			z.object({
				id: z.string(),
				name: z.string(),
				kind: z.string(),
				share: z.number().min(0).max(1).describe('Of all commits: at least so many'),
				commits: z.number().int(),
				authors: z.number().int(),
				owns: z.boolean()
			})
		)
		.describe('Those with two authors or more, and the owner of the repository'),
	others: z.number().min(0).max(1).describe('Organisations with one author each, together'),
	notKnown: z.number().min(0).max(1).describe('Commits whose organisation is not known'),
	oneOrganisation: z
		.enum(['yes', 'no', 'cannot-tell'])
		.describe('Whether one organisation wrote half of all commits'),
	maintainers: z
		.object({ organisations: z.number().int(), observedOn: daySchema })
		.nullable()
		.describe('Organisations that the list of maintainers names')
});

const project = z.object({
	id: z.string(),
	name: z.string(),
	repository: z.string().nullable().describe('owner/name, or null when there is none'),
	category: z.string(),
	subcategory: z.string(),
	paths: z.array(path).describe('Every place in the landscape, as filed then'),
	links: z.object({
		homepage: webAddress.nullable(),
		repository: webAddress.nullable()
	}),
	maturity: z.enum(MATURITIES).nullable(),
	license: z.string().nullable(),
	licenseClass: z.enum(LICENSE_CLASSES),
	language: z.string().nullable(),
	ring: ring.nullable().describe('null: not rated, a state of its own'),
	notRated: z.string().nullable(),
	score: z
		.number()
		.min(0)
		.max(100)
		.nullable()
		.describe('null: not rated, or in hold by a fact alone'),
	movement: z
		.enum(MOVEMENTS)
		.describe('none: no move; it kept its ring only where ring and previousRing are the same'),
	previousRing: ring
		.nullable()
		.describe('In the edition before; null: it was not there, or not rated'),
	momentum: z.object({
		trend: z
			.enum(TRENDS)
			.nullable()
			.describe('null: too little was seen to say, which was "steady" before 1.2.0'),
		value: z.number().nullable(),
		reason: z.string().nullable().describe('Why it is not known; null when it is')
	}),
	confidence: z.object({ share: z.number().min(0).max(1), level: z.enum(CONFIDENCE_LEVELS) }),
	ringStability: z
		.number()
		.min(0)
		.max(1)
		.nullable()
		.describe('Share of weight draws that give the same ring'),
	withoutCncf: z.object({ score: z.number(), ring }).nullable(),
	position: z
		.object({ x: z.number(), y: z.number() })
		.nullable()
		.describe('In a square of 1000 by 1000; null when not rated'),
	dimensions: z.array(
		z.object({ id: z.string(), won: z.number(), observed: z.number(), weight: z.number() })
	),
	gates: z.array(
		z.object({
			id: z.string(),
			effect: z.enum(['not-rated', 'hold', 'at-most', 'at-least']),
			ring: ring.nullable(),
			acted: z.boolean(),
			sentence: z.string()
		})
	),
	observed: z.array(observed),
	use: z
		.array(useKind)
		.describe('Kinds of evidence of use, known or not; empty under models before 2.0.0'),
	carriedBy: carriedBy
		.nullable()
		.describe('Who wrote the commits of the year before; null when it is not known'),
	carriedByUnknown: z.string().nullable().describe('Why carriedBy is null; null when it is known')
});

export const radarSchema = z.object({
	$schema: z.string(),
	schemaVersion: z.literal(SCHEMA_VERSION),
	generatedAt: z.iso.datetime(),
	title: z.string(),
	notice: z.string(),
	purpose: z.string(),
	license: z.string(),
	attribution: z.array(z.object({ name: z.string(), license: z.string(), url: webAddress })),
	edition: z.object({ id: z.string(), date: daySchema, kind: z.enum(['month', 'night']) }),
	model: z.object({
		version: z.string(),
		cutOffs: z.object({ adopt: z.number(), trial: z.number(), frozen: daySchema }),
		dimensions: z
			.array(
				z.object({
					id: z.string(),
					label: z.string(),
					weight: z.number(),
					metrics: z.array(
						z.object({ id: z.string(), label: z.string(), unit: z.string(), points: z.number() })
					)
				})
			)
			.describe('What the points of the projects are made of, in the order of the model')
	}),
	rings: z.array(z.object({ id: ring, label: z.string(), meaning: z.string() })),
	categories: z.array(z.object({ name: z.string(), subcategories: z.array(z.string()) })),
	sources: z.array(z.object({ id: z.string(), name: z.string(), url: webAddress })),
	left: z
		.array(z.object({ id: z.string(), name: z.string(), previousRing: ring.nullable() }))
		.describe('Projects of the edition before that are no longer here'),
	projects: z.array(project)
});
export type RadarDocument = z.output<typeof radarSchema>;

/** JSON Schema draft 2020-12 of `radar.json`. */
export function radarJsonSchema(): Record<string, unknown> {
	return { title: 'CNAI Radar', ...z.toJSONSchema(radarSchema) };
}
