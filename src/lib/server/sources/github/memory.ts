import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { PULL_FIELDS } from './facts/pulls.ts';
import { contributorWeeksSchema } from './facts/weeks.ts';

const day = daySchema;

/**
 * What is kept of a repository between two nights, so that the second asks less: ETags, counts and marks, nothing
 * that names a person. Plain JSON; the crawler stores it with the observation and hands it back.
 */
const repositoryMemorySchema = z.object({
	/** GitHub's number for the repository that all this belongs to; null when there is nothing. */
	databaseId: z.number().int().nullable(),
	/** Day of the first commit, once it was found: it does not change. */
	firstCommit: day.nullable(),
	/** What this night's pages could not say: the next night's query asks for it besides. */
	asks: z.object({
		/** Pull request counts that the last page could not give: asked by search. */
		pulls: z.array(z.enum(PULL_FIELDS)),
		/** Cursor before the oldest commit of `oid`; null when the first commit is known or cannot be asked. */
		firstCommit: z.object({ oid: z.string(), cursor: z.string() }).nullable(),
		/** No releases: the tags are read. */
		tags: z.boolean()
	}),
	/** Commits by week, from `stats/contributors`; null before they were read. */
	weeks: z
		.object({
			/** The default branch's head that they describe; GitHub keeps these statistics by head. */
			head: z.string(),
			etag: z.string().nullable(),
			/** The day the figures themselves came; later 304s confirm them. */
			fetchedOn: day,
			counts: contributorWeeksSchema
		})
		.nullable(),
	/** Commits of the last year, read from the history where the weeks' list is cut off; null before they were read. */
	year: z.object({ head: z.string(), readOn: day, counts: contributorWeeksSchema }).nullable(),
	/** Contributors in all, asked weekly where the weeks' list is cut off; null before it was asked. */
	total: z
		.object({ askedOn: day, etag: z.string().nullable(), value: z.number().int().nullable() })
		.nullable()
});
export type RepositoryMemory = z.output<typeof repositoryMemorySchema>;

/** Of a repository that was never crawled. */
export const NO_MEMORY: RepositoryMemory = {
	databaseId: null,
	firstCommit: null,
	asks: { pulls: [], firstCommit: null, tags: false },
	weeks: null,
	year: null,
	total: null
};

/** Reads a stored memory; one that is not understood (an older version wrote it) is as good as none. */
export function readMemory(stored: unknown): RepositoryMemory {
	const read = repositoryMemorySchema.safeParse(stored);
	return read.success ? read.data : NO_MEMORY;
}
