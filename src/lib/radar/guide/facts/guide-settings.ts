import { z } from 'zod';

const weight = z.number().min(0).max(100);

/** `guide:` of the settings; what is absent means what the design measured. */
const guideSettingsSchema = z.strictObject({
	/** What a stack is weighed by: the guide shows them. */
	weights: z
		.strictObject({
			adopt: weight.default(3),
			trial: weight.default(2),
			assess: weight.default(1),
			/** Taken off the ring of a project that plays the part besides its main one. */
			side: weight.default(1),
			/** The ring counts so often. */
			must: weight.default(2),
			should: weight.default(1),
			/** A documented pair of two parts that have to fit each other. */
			linked_pair: weight.default(1),
			/** A documented pair of any other two parts. */
			other_pair: weight.default(0.1),
			/** Taken off where two parts that have to fit are not documented together. */
			undocumented: weight.default(2),
			/** Taken off where two parts ask for the same place. */
			conflict: weight.default(2),
			/** One project in two roles. */
			second_role: weight.default(0.5),
			/** Taken off for each role that a project rests on and that the stack does not hold. */
			requires: weight.default(0.5)
		})
		.prefault({}),
	match: z
		.strictObject({
			/** A question whose best use case scores less is answered with all of them. */
			none: z.number().positive().default(5),
			/** The same where only words of everyday English speak for it. */
			everyday: z.number().positive().default(22)
		})
		.prefault({})
});
export type GuideSettings = z.output<typeof guideSettingsSchema>;
export type GuideWeights = GuideSettings['weights'];

export const DEFAULT_GUIDE_SETTINGS: GuideSettings = guideSettingsSchema.parse({});
