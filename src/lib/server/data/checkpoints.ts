import { basename } from 'node:path';
import { z } from 'zod';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Before } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { GATE_IDS } from '#lib/radar/model/settings.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { allLines } from './data-lines.ts';
import type { FolderFiles } from './folder-files.ts';

const ROOM = 'checkpoints';
const ring = z.enum(RINGS).nullable();
const count = z.number().int().positive();
const gate = z.enum(GATE_IDS);

/** What of a placement the edition after it is placed from. */
const beforeSchema = z.strictObject({
	ring,
	scoreRing: ring,
	smoothed: z.number().nullable(),
	pending: z.strictObject({ to: z.enum(RINGS), night: count, of: count }).nullable(),
	movedOn: daySchema.nullable(),
	gates: z.array(
		z.strictObject({
			id: gate,
			effect: z.enum(['not-rated', 'hold', 'at-most', 'at-least']),
			ring,
			acted: z.boolean(),
			sentence: z.string()
		})
	),
	pendingGates: z.array(
		z.strictObject({
			id: gate,
			closing: z.boolean(),
			night: count,
			of: count,
			sentence: z.string()
		})
	)
});
const lineSchema = z.strictObject({
	model: z.string(),
	project: z.string(),
	before: beforeSchema
});

/** What the projects were in an edition that is gone, by version of the model and by project. */
export type Checkpoint = ReadonlyMap<string, ReadonlyMap<string, NonNullable<Before>>>;

/**
 * Reads `checkpoints/`: when nights are thinned, the one after the gap still has to be placed as it was published, and
 * that takes what its projects were the night before.
 * @returns by the id of the edition that follows.
 * @throws {InputError} naming file and line.
 */
export const readCheckpoints = (files: FolderFiles): Map<string, Checkpoint> =>
	new Map(
		files.list(ROOM).map((name) => {
			const lines = allLines(files, name, (line) => readJsonLine(line, lineSchema));
			const byModel = Map.groupBy(lines, ({ value }) => value.model);
			const checkpoint = [...byModel].map(
				([model, group]) =>
					[model, new Map(group.map(({ value }) => [value.project, value.before]))] as const
			);
			return [basename(name, '.ndjson'), new Map(checkpoint)];
		})
	);

/** The file of the checkpoint before an edition. */
export const checkpointFile = (editionId: string): string => `${ROOM}/${editionId}.ndjson`;

/** The file's text: one line a project and version of the model, sorted. */
export const formatCheckpoint = (placements: readonly Placement[]): string =>
	placements
		.map((placement) => {
			const { modelVersion: model, projectId: project, ...rest } = placement;
			const { ring, scoreRing, smoothed, pending, movedOn, gates, pendingGates } = rest;
			const before = { ring, scoreRing, smoothed, pending, movedOn, gates, pendingGates };
			return `${JSON.stringify({ model, project, before })}\n`;
		})
		.sort()
		.join('');
