import { readObservation, type Observation } from '#lib/radar/observation/observation.ts';
import { RepositoryNames, type RepositoryName } from '#lib/radar/observation/repository-names.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import { fileFault, lineOf, usableLines } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';

const FOLDER = 'observations';

export interface Observations extends Iterable<Observation> {
	names: readonly RepositoryName[];
	count: number;
}

export interface Findings {
	skipped: FaultPosition[];
	/** Impossible values, and days after `today` if set. */
	flagged: FaultPosition[];
	today: Day | null;
}

/**
 * Reads the files anew on every iteration to save memory.
 * @throws {InputError} when the observations folder is missing.
 */
export function readObservations(
	files: FolderFiles,
	sources: readonly Source[],
	findings: Findings
): Observations {
	if (!files.has(FOLDER)) {
		throw fileFault(files, FOLDER, 'is missing; make it, empty, where nothing was observed yet');
	}
	const known = new Set(sources.map(({ id }) => id));
	const read = (file: string, line: string, number: number, found: Findings): Observation => {
		const { observation, refused } = readObservation(line);
		if (!known.has(observation.source)) {
			throw new Error(`source ${observation.source} is not in sources.yml`);
		}
		const flag = (message: string) => found.flagged.push(lineOf(files, file, number, message));
		for (const { field, reason } of refused) flag(`${field} is unknown: ${reason}`);
		const { observedOn } = observation;
		if (found.today !== null && observedOn > found.today) {
			flag(`observedOn ${observedOn} is in the future: it counts from that day on`);
		}
		return observation;
	};
	function* all(found: Findings): Generator<Observation> {
		for (const file of files.list(FOLDER)) {
			yield* usableLines(files, file, found.skipped, (line, number) =>
				read(file, line, number, found)
			);
		}
	}
	const names = new RepositoryNames();
	let count = 0;
	for (const observation of all(findings)) {
		names.add(observation);
		count += 1;
	}
	return {
		names: names.all(),
		count,
		[Symbol.iterator]: () => all({ skipped: [], flagged: [], today: null })
	};
}
