import { z } from 'zod';
import type { ShownCandidate } from '#lib/radar/edition/candidate-list.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { FITS } from '#lib/radar/landscape/candidates.ts';
import { aboutSchema, ringSchema, type About } from './about.ts';

/** `candidates.json`: projects outside the group, and what speaks for them. */
export const candidatesSchema = aboutSchema.extend({
	candidates: z.array(
		z.object({
			repository: z.string().describe('owner/name'),
			fit: z.enum(FITS).describe('What it is; judged by hand'),
			note: z.string(),
			gatheredOn: daySchema,
			kinds: z.number().int().describe('Kinds of evidence'),
			evidence: z.array(z.string()).describe('Each kind in words'),
			users: z
				.object({ owners: z.number().int(), countedOn: daySchema })
				.nullable()
				.describe('Owners of the group whose manifests declare it; null: not counted'),
			lists: z.array(z.string()).describe('Public lists that name it'),
			placements: z.array(z.object({ by: z.string(), ring: ringSchema, month: z.string() })),
			elsewhere: z.string().nullable().describe('Where the landscape files it besides'),
			applied: z
				.object({ issue: z.string(), month: z.string(), closed: z.boolean() })
				.nullable()
				.describe('Its application to the foundation’s sandbox')
		})
	)
});

export const candidatesJson = (
	about: About,
	candidates: readonly ShownCandidate[]
): z.output<typeof candidatesSchema> => ({
	...about,
	candidates: candidates.map(({ candidate, users, kinds, evidence }) => ({
		repository: candidate.repository,
		fit: candidate.fit,
		note: candidate.note,
		gatheredOn: candidate.date,
		kinds,
		evidence,
		users: users === null ? null : { owners: users.owners, countedOn: users.on },
		lists: candidate.lists,
		placements: candidate.placements,
		elsewhere: candidate.elsewhere ?? null,
		applied: candidate.applied ?? null
	}))
});
