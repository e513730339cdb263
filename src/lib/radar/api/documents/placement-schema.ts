import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import {
	CONFIDENCE_LEVELS,
	LICENSE_CLASSES,
	MATURITIES,
	MOVEMENTS,
	TRENDS
} from '#lib/radar/words/vocabulary.ts';
import { ringSchema } from './about.ts';

export const path = z.object({ category: z.string(), subcategory: z.string() });

/** A project as the chart draws it; later versions may say more. */
export const blipSchema = z.looseObject({
	id: z.string(),
	name: z.string(),
	aliases: z.array(z.string()).optional(),
	repository: z.string().nullable(),
	category: z.string(),
	subcategory: z.string(),
	paths: z.array(path),
	ring: ringSchema.nullable(),
	score: z.number().nullable(),
	movement: z.enum(MOVEMENTS),
	lacksData: z.boolean(),
	newlyMeasured: z.boolean(),
	previousRing: ringSchema.nullable(),
	confidence: z.enum(CONFIDENCE_LEVELS),
	notRated: z.string().nullable(),
	x: z.number().nullable(),
	y: z.number().nullable(),
	maturity: z.enum(MATURITIES).nullable(),
	license: z.string().nullable(),
	licenseClass: z.enum(LICENSE_CLASSES),
	language: z.string().nullable(),
	stars: z.number().nullable(),
	trend: z.enum(TRENDS).nullable(),
	archived: z.boolean(),
	borderline: z.boolean()
});

const usePart = z.looseObject({
	kind: z.string(),
	state: z.enum(['observed', 'unknown', 'not-applicable'])
});

const metric = z.object({
	id: z.string(),
	label: z.string(),
	unit: z.string(),
	value: z.union([z.number(), z.string()]).nullable(),
	share: z.number().nullable(),
	won: z.number().nullable(),
	possible: z.number(),
	state: z.enum(['observed', 'unknown', 'not-applicable']),
	note: z.string().nullable(),
	observedOn: daySchema.nullable(),
	source: z.string().nullable(),
	carriedOver: z.boolean(),
	kinds: z.array(usePart).optional()
});

const gate = z.object({
	id: z.string(),
	effect: z.enum(['not-rated', 'hold', 'at-most', 'at-least']),
	ring: ringSchema.nullable(),
	acted: z.boolean(),
	sentence: z.string()
});

/** Why a project stands where it stands; later versions may say more. */
export const placementSchema = z.looseObject({
	projectId: z.string(),
	editionId: z.string(),
	modelVersion: z.string(),
	ring: ringSchema.nullable(),
	score: z.number().nullable(),
	scoreRing: ringSchema.nullable(),
	heldByBand: z.boolean(),
	notRated: z.string().nullable(),
	confidence: z.object({
		share: z.number(),
		level: z.enum(CONFIDENCE_LEVELS),
		lessFor: z
			.array(z.string())
			.optional()
			.describe('Why the share is less than the points measured')
	}),
	movement: z.enum(MOVEMENTS),
	previousRing: ringSchema.nullable(),
	dimensions: z.array(
		z.object({
			id: z.string(),
			label: z.string(),
			won: z.number(),
			observed: z.number(),
			weight: z.number(),
			metrics: z.array(metric)
		})
	),
	gates: z.array(gate),
	pendingGates: z.array(
		z.object({
			id: z.string(),
			closing: z.boolean(),
			night: z.number(),
			of: z.number(),
			sentence: z.string()
		})
	),
	next: z
		.object({
			ring: ringSchema,
			distance: z.number(),
			change: z.object({ metric: z.string(), sentence: z.string(), gain: z.number() }).nullable(),
			blockedBy: z.array(z.string()),
			lifts: z.array(z.string()).optional()
		})
		.nullable(),
	withoutCncf: z.object({ score: z.number(), ring: ringSchema }).nullable(),
	momentum: z.object({
		trend: z.enum(TRENDS).nullable(),
		value: z.number().nullable(),
		reason: z.string().nullable()
	}),
	stability: z.number().nullable(),
	smoothed: z.number().nullable(),
	pending: z.object({ to: ringSchema, night: z.number(), of: z.number() }).nullable(),
	movedOn: daySchema.nullable()
});
