import { z } from 'zod';
import { refuser } from '#lib/radar/input/refusal.ts';

const count = z.number().int().positive();

/** `llm:` of the settings: how a language model is asked, where one is configured in the environment. */
export const languageModelSchema = z
	.strictObject({
		/** Ask for JSON by schema; false for servers that refuse `response_format`. */
		structured: z.boolean().default(true),
		temperature: z.number().min(0).max(2).default(0),
		/** Of one question, at most: about three letters each. */
		tokens_in: count.max(200_000).default(6000),
		tokens_out: count.max(20_000).default(600),
		/** Seconds for one answer, all attempts included. */
		total_s: count.max(600).default(30),
		/** Questions of one visitor's address. */
		per_address_hour: count.default(10),
		at_once: count.max(20).default(2),
		/** Of all visitors; UTC days. */
		tokens_per_day: count.default(200_000),
		/** One night's summaries. */
		news: z
			.strictObject({
				items: count.default(40),
				tokens: count.default(120_000),
				minutes: count.max(180).default(20),
				per_minute: count.max(600).default(15)
			})
			.prefault({})
	})
	.superRefine(({ tokens_in, tokens_out }, context) => {
		if (tokens_out > tokens_in) {
			refuser(context)(['tokens_out'], `must be at most tokens_in, ${tokens_in}`);
		}
	});
export type LanguageModelLimits = z.output<typeof languageModelSchema>;

export const DEFAULT_LANGUAGE_MODEL_LIMITS: LanguageModelLimits = languageModelSchema.parse({});
