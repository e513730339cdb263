import { readObservation, type Observation } from '#lib/radar/observation/observation.ts';
import { SeenNames, type SeenName } from '#lib/radar/observation/seen-names.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Place } from '#lib/radar/input/yaml.ts';
import { fileFault, lineOf, usableLines } from './data-lines.ts';
import type { FolderFiles } from './folder-files.ts';

const ROOM = 'observations';

/** Many observations, gone through one after the other as often as needed. */
export interface Observations extends Iterable<Observation> {
	/** Under which names repositories were seen. */
	names: readonly SeenName[];
	count: number;
}

/** What was found wrong while reading. */
export interface Findings {
	/** Lines that could not be used. */
	skipped: Place[];
	/** Values that cannot be, and days after `today`, where that is known. */
	flagged: Place[];
	today: Day | null;
}

/**
 * The observations of a data folder. They are many, and more every night: the files are read one after the other
 * whenever somebody goes through them, and none is kept. What is wrong is added to `findings`, once.
 * @throws {InputError} when the room of observations is missing.
 */
export function readObservations(
	files: FolderFiles,
	sources: readonly Source[],
	findings: Findings
): Observations {
	if (!files.has(ROOM)) {
		throw fileFault(files, ROOM, 'is missing; make it, empty, where nothing was observed yet');
	}
	const known = new Set(sources.map(({ id }) => id));
	const read = (file: string, line: string, number: number, found: Findings): Observation => {
		const { observation, refused } = readObservation(line);
		if (!known.has(observation.source)) {
			throw new Error(`source ${observation.source} does not stand in sources.yml`);
		}
		const flag = (message: string) => found.flagged.push(lineOf(files, file, number, message));
		for (const { field, reason } of refused) flag(`${field} is unknown: ${reason}`);
		const { observedOn } = observation;
		if (found.today !== null && observedOn > found.today) {
			flag(`observedOn ${observedOn} lies in the future: it counts from that day on`);
		}
		return observation;
	};
	function* all(found: Findings): Generator<Observation> {
		for (const file of files.list(ROOM)) {
			yield* usableLines(files, file, found.skipped, (line, number) =>
				read(file, line, number, found)
			);
		}
	}
	const names = new SeenNames();
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
