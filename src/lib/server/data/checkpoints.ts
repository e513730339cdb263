import { basename } from 'node:path';
import { z } from 'zod';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Before } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { gateIdSchema } from '#lib/radar/model/settings/gates.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { allLines } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';

const FOLDER = 'checkpoints';
const ring = z.enum(RINGS).nullable();
const count = z.number().int().positive();

/** The parts of a placement that the next edition needs. */
const beforeSchema = z.strictObject({
	ring,
	scoreRing: ring,
	smoothed: z.number().nullable(),
	pending: z.strictObject({ to: z.enum(RINGS), night: count, of: count }).nullable(),
	movedOn: daySchema.nullable(),
	gates: z.array(
		z.strictObject({
			id: gateIdSchema,
			effect: z.enum(['not-rated', 'hold', 'at-most', 'at-least']),
			ring,
			acted: z.boolean(),
			sentence: z.string()
		})
	),
	pendingGates: z.array(
		z.strictObject({
			id: gateIdSchema,
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

/** By model version, then by project. */
export type Checkpoint = ReadonlyMap<string, ReadonlyMap<string, NonNullable<Before>>>;

/**
 * Last state before thinned nights, by id of the next edition.
 * @throws {InputError} naming file and line.
 */
export const readCheckpoints = (files: FolderFiles): Map<string, Checkpoint> =>
	new Map(
		files.list(FOLDER).map((name) => {
			const lines = allLines(files, name, (line) => readJsonLine(line, lineSchema));
			const byModel = Map.groupBy(lines, ({ value }) => value.model);
			const checkpoint = [...byModel].map(
				([model, group]) =>
					[model, new Map(group.map(({ value }) => [value.project, value.before]))] as const
			);
			return [basename(name, '.ndjson'), new Map(checkpoint)];
		})
	);

export const checkpointFile = (editionId: string): string => `${FOLDER}/${editionId}.ndjson`;

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
