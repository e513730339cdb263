import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';

const count = z.number().int().nonnegative();

const readingSchema = z.strictObject({
	/** Id of the source, as in `data/sources.yml`. */
	source: z.string().min(1),
	askedOn: daySchema,
	/** The last night on which it told anything that was taken; null: never. */
	readOn: daySchema.nullable(),
	/** It asked to be left alone until this day. */
	notBefore: daySchema.nullable().default(null),
	requests: count,
	/** Figures taken on `askedOn`; a figure that is the same as before counts. */
	figures: count,
	/** What was not taken on `askedOn`, and why; the last good figures stay. */
	refused: z.array(z.strictObject({ reason: z.string().min(1), names: z.array(z.string()) })),
	/** Packages whose own metadata names other repositories than the mapping does. */
	elsewhere: z
		.array(
			z.strictObject({
				repository: z.string().min(1),
				name: z.string().min(1),
				pointsTo: z.string().min(1)
			})
		)
		.default([])
});

/** What came of asking a source of use the last time: a line of `data/use-readings.ndjson`. */
export type UseReading = z.output<typeof readingSchema>;

/**
 * Reads one line of it.
 * @throws {LineError} with what is wrong, when the line cannot be used.
 */
export const parseUseReading = (line: string): UseReading => readJsonLine(line, readingSchema);

/** One line of it, keys in a fixed order. */
export const formatUseReading = (reading: UseReading): string =>
	JSON.stringify({
		source: reading.source,
		askedOn: reading.askedOn,
		readOn: reading.readOn,
		notBefore: reading.notBefore,
		requests: reading.requests,
		figures: reading.figures,
		refused: reading.refused,
		elsewhere: reading.elsewhere
	});
