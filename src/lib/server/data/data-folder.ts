import { join } from 'node:path';
import { z } from 'zod';
import { DEFECT_KINDS, type Defect } from '#lib/radar/landscape/defect.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { readLandscape, type Landscape } from '#lib/radar/landscape/landscape.ts';
import { learnRenames } from '#lib/radar/observation/renames.ts';
import { parseOverrides, type Overrides } from '#lib/radar/landscape/overrides.ts';
import { readSettings, type Settings } from '#lib/radar/model/settings.ts';
import { parseFeeds, type FeedSource } from '#lib/radar/news/articles/feed-list.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { parseSources, type Source } from '#lib/radar/observation/sources.ts';
import { validationSchema, type Validation } from '#lib/radar/validation/report.ts';
import { RINGS, type Day } from '#lib/radar/words/vocabulary.ts';
import { readYaml, type FaultPosition } from '#lib/radar/input/yaml.ts';
import { readCheckpoints, type Checkpoint } from './checkpoints.ts';
import { refuseUnmatched } from './cross-check.ts';
import { fileFault, usableLines } from './ndjson.ts';
import { readEditions, type ListedEdition } from './edition-list.ts';
import { FolderFiles, type FolderChanges } from './folder.ts';
import { readFormerModels, type FormerModel } from './former-models.ts';
import { readMemberships, recordDay, type MembershipRecord } from './memberships.ts';
import { readNews } from './news-archive.ts';
import { readOrganisationFiles, type OrganisationFiles } from './organisation-files.ts';
import { readUseFiles, type UseFiles } from './use-files.ts';
import { readObservations, type Observations } from './observation-archive.ts';

const defectSchema = z.object({
	line: z.number().nullable(),
	path: z.string(),
	item: z.string(),
	kind: z.enum(DEFECT_KINDS),
	message: z.string(),
	suggestion: z.string()
});

const expertSchema = z.object({
	project: z.string(),
	repository: z.string(),
	ring: z.enum(RINGS),
	source: z.string(),
	date: z.string(),
	secondary: z.boolean().default(false)
});
type ExpertRow = z.output<typeof expertSchema>;

export interface DataFolder extends UseFiles, OrganisationFiles {
	settings: Settings;
	/** Oldest first. */
	formerModels: FormerModel[];
	overrides: Overrides;
	sources: Source[];
	landscape: Landscape;
	defects: Defect[];
	/** Oldest first. */
	memberships: MembershipRecord[];
	observations: Observations;
	/** Oldest first. */
	editions: ListedEdition[];
	/** By id of the edition after a dropped one. */
	checkpoints: ReadonlyMap<string, Checkpoint>;
	experts: ExpertRow[];
	/** Blogs of projects; empty without `feeds.yml`. */
	feeds: FeedSource[];
	/** Stored news, oldest first; moves and observed releases come from elsewhere. */
	news: NewsItem[];
	/** Null before the first `radar validate`. */
	validation: Validation | null;
	/** Unusable lines. */
	skipped: FaultPosition[];
	/** Impossible values, treated as unknown. */
	flagged: FaultPosition[];
}

/**
 * Reads the folder with `changes` applied; flags observations after `today`.
 * @throws {InputError} for broken settings, records or editions; other broken lines are skipped.
 */
export function readDataFolder(
	folder: string,
	changes?: FolderChanges,
	today: Day | null = null
): DataFolder {
	const files = new FolderFiles(folder, changes);
	const skipped: FaultPosition[] = [];
	const flagged: FaultPosition[] = [];
	const text = (file: string) => readRequired(files, file);
	const settingsFile = readYaml(text('radar.yml'), join(folder, 'radar.yml'));
	const settings = readSettings(settingsFile);
	const sources = parseSources(text('sources.yml'), join(folder, 'sources.yml'));
	const landscape = readLandscape(
		readYaml(text('landscape.yml'), join(folder, 'landscape.yml')),
		settings.landscape.foundation
	);
	const observations = readObservations(files, sources, { skipped, flagged, today });
	const overrides = parseOverrides(
		text('overrides.yml'),
		join(folder, 'overrides.yml'),
		learnRenames(observations.names)
	);
	const memberships = readMemberships(files);
	const useFiles = readUseFiles(files, { sources, overrides, skipped });
	refuseUnmatched({
		settingsFile,
		settings,
		overrides,
		landscape,
		memberships,
		observations,
		packages: useFiles.packages
	});
	const [oldest] = memberships;
	const projects = projectsOf(memberships);
	const feeds = readFeedList(files, projects);
	return {
		settings,
		formerModels: readFormerModels(files, settings.model),
		overrides,
		sources,
		landscape,
		defects: readDefects(files, skipped),
		memberships,
		observations,
		...useFiles,
		...readOrganisationFiles(files, sources, skipped),
		editions: readEditions(files, oldest === undefined ? '' : recordDay(oldest)),
		checkpoints: readCheckpoints(files),
		experts: usableLines(files, 'experts.ndjson', skipped, (line) =>
			readJsonLine(line, expertSchema)
		),
		feeds,
		news: readNews(
			files,
			{ feeds: new Set(feeds.map(({ id }) => id)), projects },
			{ skipped, flagged, today }
		),
		validation: readValidation(files),
		skipped,
		flagged
	};
}

/** @throws {InputError} for broken settings. */
export const readFolderSettings = (folder: string): Settings =>
	readSettings(
		readYaml(readRequired(new FolderFiles(folder), 'radar.yml'), join(folder, 'radar.yml'))
	);

const readFeedList = (files: FolderFiles, projects: ReadonlySet<string>): FeedSource[] =>
	parseFeeds(files.read('feeds.yml') ?? 'feeds: []', join(files.folder, 'feeds.yml'), projects);

/** @throws {InputError} for a broken list. */
export function readFeedIds(folder: string): string[] {
	const files = new FolderFiles(folder);
	return readFeedList(files, projectsOf(readMemberships(files))).map(({ id }) => id);
}

const projectsOf = (memberships: readonly MembershipRecord[]): Set<string> =>
	new Set(memberships.flatMap(({ members }) => members.map(({ project }) => project)));

function readValidation(files: FolderFiles): Validation | null {
	const file = 'validation.json';
	const text = files.read(file);
	if (text === null) return null;
	try {
		return validationSchema.parse(JSON.parse(text));
	} catch {
		const message = 'is not a report of this version: write it anew with radar validate';
		throw fileFault(files, file, message);
	}
}

function readRequired(files: FolderFiles, name: string): string {
	let text: string | null;
	try {
		text = files.read(name);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		throw fileFault(files, name, `cannot be read (${code})`);
	}
	if (text === null) throw fileFault(files, name, 'is missing');
	return text;
}

export const readDefects = (files: FolderFiles, skipped: FaultPosition[]): Defect[] =>
	usableLines(files, 'landscape-defects.ndjson', skipped, (line) =>
		readJsonLine(line, defectSchema)
	).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
