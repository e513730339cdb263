import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { LineError, readJsonLine } from '#lib/radar/input/json-line.ts';
import type { Organisations } from '#lib/radar/landscape/organisations.ts';

const count = z.number().int().nonnegative();

/** How a commit can tell its organisation. Counts made in different ways are never compared. */
const WAYS = ['address', 'trailer', 'same-person', 'maintainers'] as const;

const maintainersSchema = z
	.strictObject({
		/** Organisations named. */
		organisations: count,
		/** Maintainers whose organisation is named. */
		of: z.number().int().positive().optional(),
		/** The organisation with most of them. */
		largest: z
			.strictObject({ id: z.string().min(1), count: z.number().int().positive() })
			.optional(),
		/** Where they are named: the repository's own file, or the foundation's list. */
		list: z.enum(['repository', 'foundation']),
		observedOn: daySchema
	})
	.refine(({ of, largest }) => largest === undefined || (of !== undefined && largest.count <= of), {
		message: 'has more maintainers than there are',
		path: ['largest']
	});

const carriedBySchema = z
	.strictObject({
		repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected owner/name'),
		/** Last day counted. */
		to: daySchema,
		/** The 365 days up to `to`, or the 365 days before those. */
		window: z.enum(['year', 'before']),
		/** Human commits; merges, bots and agents are left out. */
		total: count,
		notKnown: count,
		/** Commits of coding agents, beside the total. */
		agents: count,
		/** Named: two authors or more, or the owner of the repository. */
		organisations: z.array(
			z.strictObject({
				id: z.string().min(1),
				commits: z.number().int().positive(),
				authors: z.number().int().positive()
			})
		),
		/** Organisations with one author each, folded. */
		others: z.strictObject({ commits: count, authors: count }),
		maintainers: maintainersSchema.optional(),
		/** Version of `data/organisations.yml` that was counted with. */
		table: z.number().int().positive(),
		ways: z.array(z.enum(WAYS)).min(1),
		/** Id of the source, as in `data/sources.yml`. */
		source: z.string().min(1)
	})
	.superRefine(({ total, notKnown, organisations, others }, context) => {
		const sum = organisations.reduce(
			(commits, part) => commits + part.commits,
			notKnown + others.commits
		);
		if (sum !== total) {
			context.addIssue({
				code: 'custom',
				path: ['total'],
				message: `the parts sum to ${sum}, not to ${total}`
			});
		}
	});

/** Commits of one repository by organisation: a line of `data/organisations/YYYY-MM.ndjson`. No person is in it. */
export type CarriedByRow = z.output<typeof carriedBySchema>;

/**
 * Reads one line of a file of organisations.
 * @throws {LineError} when it cannot be used, or names an organisation that `organisations` does not hold.
 */
export function parseCarriedByRow(
	line: string,
	organisations: Pick<Organisations, 'byId'>
): CarriedByRow {
	const row = readJsonLine(line, carriedBySchema);
	const ids = [...row.organisations.map(({ id }) => id), row.maintainers?.largest?.id ?? []].flat();
	const unknown = ids.find((id) => !organisations.byId.has(id));
	if (unknown !== undefined) {
		throw new LineError(`organisation ${unknown} is not in organisations.yml`);
	}
	return row;
}

/** One line of a file of organisations, keys in a fixed order. */
export const formatCarriedByRow = (row: CarriedByRow): string =>
	JSON.stringify({
		repository: row.repository,
		to: row.to,
		window: row.window,
		total: row.total,
		notKnown: row.notKnown,
		agents: row.agents,
		organisations: row.organisations.map(({ id, commits, authors }) => ({ id, commits, authors })),
		others: row.others,
		maintainers: row.maintainers,
		table: row.table,
		ways: row.ways,
		source: row.source
	});

/** The file of a row, within the data folder. */
export const carriedByFile = ({ to }: Pick<CarriedByRow, 'to'>): string =>
	`organisations/${to.slice(0, 7)}.ndjson`;
