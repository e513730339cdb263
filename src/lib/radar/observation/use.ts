import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { REGISTRIES } from '#lib/radar/landscape/package-names.ts';

const repository = z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected owner/name');
const count = z.number().int().nonnegative();

const head = {
	/** `owner/name` as the source spelt it. */
	repository,
	/** The day whose state it shows. */
	observedOn: daySchema,
	/** Day on which it was told, where that was later: editions published before never see it. */
	learntOn: daySchema.optional(),
	/** Id of the source, as in `data/sources.yml`. One series is one source: two are never joined. */
	source: z.string().min(1)
};

const downloadsSchema = z
	.strictObject({
		kind: z.literal('downloads'),
		...head,
		registry: z.enum(REGISTRIES),
		name: z.string().min(1),
		/** First and last day counted. */
		from: daySchema,
		to: daySchema,
		value: count.optional(),
		/** The source does not list the package: it had fewer than this. */
		fewerThan: z.number().int().positive().optional()
	})
	.refine(({ from, to }) => from < to, { message: 'from must lie before to', path: ['from'] })
	.refine(({ to, observedOn }) => to <= observedOn, {
		message: 'the window ends after the day observed',
		path: ['to']
	})
	.refine(({ value, fewerThan }) => (value === undefined) !== (fewerThan === undefined), {
		message: 'expected either a value or fewerThan',
		path: ['value']
	});

const peersSchema = z
	.strictObject({
		kind: z.literal('peers'),
		...head,
		value: count,
		/** Repositories of other owners that declare it: the file, its commit, and the day of that state. */
		usedBy: z.array(
			z.strictObject({
				repository,
				on: daySchema,
				file: z.string().min(1),
				commit: z.string().min(7).optional()
			})
		)
	})
	.refine(({ value, usedBy }) => value === usedBy.length, {
		message: 'is not the number of repositories in usedBy',
		path: ['value']
	});

const adoptersSchema = z.strictObject({
	kind: z.literal('adopters'),
	...head,
	/** The list: `owner/name: path`. */
	name: z.string().min(1),
	/** How many adopters it names; their names are not kept. */
	value: count,
	/** Last change of the list by then. */
	changedOn: daySchema.optional()
});

const pullsSchema = z.strictObject({
	kind: z.literal('pulls'),
	...head,
	registry: z.literal('docker'),
	/** `namespace/name` of the image. */
	name: z.string().min(1),
	/** Since the beginning. */
	value: count
});

const scorecardSchema = z.strictObject({
	kind: z.literal('scorecard'),
	...head,
	/** 0 to 10. */
	value: z.number().min(0).max(10)
});

const useSchema = z.discriminatedUnion('kind', [
	downloadsSchema,
	peersSchema,
	adoptersSchema,
	pullsSchema,
	scorecardSchema
]);

/** One figure about the use of a project: a line of `data/use/YYYY-MM.ndjson`. */
export type UseRow = z.output<typeof useSchema>;
export type DownloadsRow = z.output<typeof downloadsSchema>;
export type PeersRow = z.output<typeof peersSchema>;
export type ScorecardRow = z.output<typeof scorecardSchema>;
export type PullsRow = z.output<typeof pullsSchema>;
export type AdoptersRow = z.output<typeof adoptersSchema>;

/**
 * Reads one line of a file of use.
 * @throws {LineError} with what is wrong, when the line cannot be used.
 */
export const parseUseRow = (line: string): UseRow => readJsonLine(line, useSchema);

/** Keys in the order in which they are written. */
const KEYS = [
	'repository',
	'observedOn',
	'learntOn',
	'kind',
	'registry',
	'name',
	'from',
	'to',
	'value',
	'fewerThan',
	'changedOn',
	'usedBy',
	'source'
];

/** One line of a file of use, keys in a fixed order, so that files compare line by line. */
export function formatUseRow(row: UseRow): string {
	const fields: Record<string, unknown> = { ...row };
	return JSON.stringify(Object.fromEntries(KEYS.map((key) => [key, fields[key]])));
}

/** The file of a row, within the data folder. */
export const useFile = ({ observedOn }: Pick<UseRow, 'observedOn'>): string =>
	`use/${observedOn.slice(0, 7)}.ndjson`;
