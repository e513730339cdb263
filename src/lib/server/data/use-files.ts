import { join } from 'node:path';
import { LineError } from '#lib/radar/input/json-line.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import { parseCandidates, type Candidate } from '#lib/radar/landscape/candidates.ts';
import { parsePackages, type Packages } from '#lib/radar/landscape/packages.ts';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { Overrides } from '#lib/radar/landscape/overrides.ts';
import {
	parseReleaseElsewhere,
	type ReleaseElsewhere
} from '#lib/radar/observation/release-elsewhere.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import { parseUseReading, type UseReading } from '#lib/radar/observation/use-reading.ts';
import { parseUseRow, type UseRow } from '#lib/radar/observation/use.ts';
import { usableLines } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';

/** What others say of the projects; a folder without these files knows nothing of it. */
export interface UseFiles {
	packages: Packages;
	/** In the order of the files. */
	use: UseRow[];
	/** What came of asking each source the last time. */
	useReadings: UseReading[];
	releasesElsewhere: ReleaseElsewhere[];
	candidates: Candidate[];
}

interface Reading {
	sources: readonly Source[];
	overrides: Overrides;
	skipped: FaultPosition[];
}

/**
 * Reads mapping, figures, releases and candidates; unusable lines are skipped.
 * @throws {InputError} for a broken mapping or list of candidates, naming file and line.
 */
export function readUseFiles(files: FolderFiles, reading: Reading): UseFiles {
	const { overrides, skipped } = reading;
	const text = (name: string, empty: string) => files.read(name) ?? empty;
	const path = (name: string) => join(files.folder, name);
	const packages = parsePackages(
		text('packages.yml', 'projects: []'),
		path('packages.yml'),
		overrides.currentName
	);
	const candidates = parseCandidates(
		text('candidates.yml', 'candidates: []'),
		path('candidates.yml')
	);
	const keyOf = (repository: string) => identityKey(overrides, repository);
	const listed = new Set(candidates.map(({ repository }) => keyOf(repository)));
	const isKnown = knownSource(reading.sources);
	const readUse = (line: string): UseRow => {
		const row = isKnown(parseUseRow(line));
		if (packages.of(row.repository) !== null || listed.has(keyOf(row.repository))) return row;
		throw new LineError(`${row.repository} stands neither in packages.yml nor in candidates.yml`);
	};
	return {
		packages,
		use: files.list('use').flatMap((name) => usableLines(files, name, skipped, readUse)),
		useReadings: usableLines(files, 'use-readings.ndjson', skipped, (line) =>
			isKnown(parseUseReading(line))
		),
		releasesElsewhere: usableLines(files, 'releases-elsewhere.ndjson', skipped, (line) =>
			isKnown(parseReleaseElsewhere(line))
		),
		candidates
	};
}

/** @throws {LineError} for a row of another source. */
export function knownSource(
	sources: readonly Source[]
): <T extends { source: string }>(row: T) => T {
	const known = new Set(sources.map(({ id }) => id));
	return (row) => {
		if (known.has(row.source)) return row;
		throw new LineError(`source ${row.source} is not in sources.yml`);
	};
}
