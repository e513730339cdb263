import { basename, join } from 'node:path';
import { z } from 'zod';
import { monthEnd } from '#lib/radar/day.ts';
import { DEFECT_KINDS, readLandscape, type Defect, type Landscape } from '#lib/radar/landscape.ts';
import { parseMember, type Member } from '#lib/radar/membership.ts';
import { daySchema, parseObservation, type Observation } from '#lib/radar/observation.ts';
import { parseOverrides, type Overrides } from '#lib/radar/overrides.ts';
import type { Edition } from '#lib/radar/placement.ts';
import { learnRenames } from '#lib/radar/learnt-renames.ts';
import { parseSettings, type Settings } from '#lib/radar/settings.ts';
import { parseSources, type Source } from '#lib/radar/sources.ts';
import { validationSchema, type Validation } from '#lib/radar/validation/report.ts';
import { InputError, readYaml, type Place } from '#lib/radar/yaml.ts';
import { RINGS, type Day } from '#lib/radar/vocabulary.ts';
import { FolderFiles, type FolderChanges } from './folder-files.ts';

/** Who stood in the landscape from a time on: `id` is `YYYY-MM` or `YYYY-MM-DD`. */
export interface MembershipRecord {
	id: string;
	members: Member[];
}

const defectSchema = z.object({
	line: z.number().nullable(),
	path: z.string(),
	item: z.string(),
	kind: z.enum(DEFECT_KINDS),
	message: z.string(),
	suggestion: z.string()
});

/** The day whose state the record shows: a month's last. */
export const recordDay = ({ id }: Pick<MembershipRecord, 'id'>): Day =>
	id.length === 7 ? monthEnd(id) : id;

const expertSchema = z.object({
	project: z.string(),
	repository: z.string(),
	ring: z.enum(RINGS),
	source: z.string(),
	date: z.string(),
	secondary: z.boolean().default(false)
});
/** A published placement by others. */
export type ExpertRow = z.output<typeof expertSchema>;

const editionSchema = z.object({
	id: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
	date: daySchema,
	kind: z.enum(['month', 'night'])
});

/** Everything in `data/`, read and checked. */
export interface DataFolder {
	settings: Settings;
	overrides: Overrides;
	sources: Source[];
	landscape: Landscape;
	/** Defects of the landscape file from which the facts were taken. */
	defects: Defect[];
	/** Oldest first. */
	memberships: MembershipRecord[];
	observations: Observation[];
	/** The published editions, oldest first. */
	editions: Omit<Edition, 'modelVersion'>[];
	experts: ExpertRow[];
	/** What `radar validate` found; null before it was run. */
	validation: Validation | null;
	/** Lines that could not be used: named, skipped, counted. */
	skipped: Place[];
}

/**
 * Reads the data folder, as it would be with `changes`. Broken settings refuse it; a broken line of observations is
 * skipped and named.
 * @throws {InputError} naming file, path and line.
 */
export function readDataFolder(folder: string, changes?: FolderChanges): DataFolder {
	const files = new FolderFiles(folder, changes);
	const skipped: Place[] = [];
	const text = (file: string) => readRequired(files, folder, file);
	const settings = parseSettings(text('radar.yml'), join(folder, 'radar.yml'));
	const sources = parseSources(text('sources.yml'), join(folder, 'sources.yml'));
	const landscape = readLandscape(readYaml(text('landscape.yml'), join(folder, 'landscape.yml')));
	const known = new Set(sources.map(({ id }) => id));
	const observations = files.list('observations').flatMap((file) =>
		optionalLines(files, file, skipped, (line) => {
			const observation = parseObservation(line);
			if (!known.has(observation.source)) {
				throw new Error(`source ${observation.source} does not stand in sources.yml`);
			}
			return observation;
		})
	);
	const overrides = parseOverrides(
		text('overrides.yml'),
		join(folder, 'overrides.yml'),
		learnRenames(observations)
	);
	const memberships = files
		.list('membership')
		.map((file) => ({
			id: basename(file, '.ndjson'),
			members: optionalLines(files, file, skipped, parseMember)
		}))
		.sort((a, b) => (recordDay(a) < recordDay(b) ? -1 : 1));
	if (memberships.length === 0) {
		throw missing(join(folder, 'membership'), 'holds no record of who stands in the landscape');
	}
	const editions = optionalLines(files, 'editions.ndjson', skipped, (line) =>
		editionSchema.parse(JSON.parse(line))
	).sort((a, b) => (a.date < b.date ? -1 : 1));
	if (editions.length === 0) {
		throw missing(join(folder, 'editions.ndjson'), 'names no edition');
	}
	return {
		settings,
		overrides,
		sources,
		landscape,
		defects: optionalLines(files, 'landscape-defects.ndjson', skipped, (line) =>
			defectSchema.parse(JSON.parse(line))
		),
		memberships,
		observations,
		editions,
		experts: optionalLines(files, 'experts.ndjson', skipped, (line) =>
			expertSchema.parse(JSON.parse(line))
		),
		validation: readValidation(files, folder),
		skipped
	};
}

const missing = (file: string, message: string) =>
	new InputError([{ file, path: '', line: null, message }]);

function readValidation(files: FolderFiles, folder: string): Validation | null {
	const text = files.read('validation.json');
	if (text === null) return null;
	try {
		return validationSchema.parse(JSON.parse(text));
	} catch {
		throw missing(
			join(folder, 'validation.json'),
			'is not a report of this version: write it anew with radar validate'
		);
	}
}

function readRequired(files: FolderFiles, folder: string, name: string): string {
	let text: string | null;
	try {
		text = files.read(name);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		throw missing(join(folder, name), `cannot be read (${code})`);
	}
	if (text === null) throw missing(join(folder, name), 'is missing');
	return text;
}

/** The defects that `landscape-defects.ndjson` of a data folder names; none where there is no such file. */
export const readDefects = (folder: string): Defect[] =>
	optionalLines(new FolderFiles(folder), 'landscape-defects.ndjson', [], (line) =>
		defectSchema.parse(JSON.parse(line))
	);

function optionalLines<T>(
	files: FolderFiles,
	name: string,
	skipped: Place[],
	parse: (line: string) => T
): T[] {
	const values: T[] = [];
	for (const [index, line] of (files.read(name) ?? '').split('\n').entries()) {
		if (line.trim() === '') continue;
		try {
			values.push(parse(line));
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			skipped.push({ file: join(files.folder, name), path: '', line: index + 1, message });
		}
	}
	return values;
}
