import { parseObservation, type Observation } from '#lib/radar/observation.ts';
import { SeenNames, type SeenName } from '#lib/radar/seen-names.ts';
import type { Source } from '#lib/radar/sources.ts';
import type { Place } from '#lib/radar/yaml.ts';
import { fileFault, usableLines } from './data-lines.ts';
import type { FolderFiles } from './folder-files.ts';

const ROOM = 'observations';

/** Many observations, gone through one after the other as often as needed. */
export interface Observations extends Iterable<Observation> {
	/** Under which names repositories were seen. */
	names: readonly SeenName[];
	count: number;
}

/**
 * The observations of a data folder. They are many, and more every night: the files are read one after the other
 * whenever somebody goes through them, and none is kept. Lines that cannot be used are added to `skipped`.
 * @throws {InputError} when the room of observations is missing.
 */
export function readObservations(
	files: FolderFiles,
	sources: readonly Source[],
	skipped: Place[]
): Observations {
	if (!files.has(ROOM)) {
		throw fileFault(files, ROOM, 'is missing; make it, empty, where nothing was observed yet');
	}
	const known = new Set(sources.map(({ id }) => id));
	const read = (line: string): Observation => {
		const observation = parseObservation(line);
		if (!known.has(observation.source)) {
			throw new Error(`source ${observation.source} does not stand in sources.yml`);
		}
		return observation;
	};
	function* all(broken: Place[]): Generator<Observation> {
		for (const file of files.list(ROOM)) yield* usableLines(files, file, broken, read);
	}
	const names = new SeenNames();
	let count = 0;
	for (const observation of all(skipped)) {
		names.add(observation);
		count += 1;
	}
	return { names: names.all(), count, [Symbol.iterator]: () => all([]) };
}
