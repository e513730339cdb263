import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import type { Io } from '../command.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const SHOWN = 20;

/** Lists and counts unusable lines. */
export function reportSkipped({ err }: Io, skipped: readonly FaultPosition[]): void {
	name(err, skipped, 'skipped');
	if (skipped.length > 0) err(`${plural(skipped.length, 'line was', 'lines were')} skipped.\n`);
}

/** Lists unusable lines and impossible values of a data folder. */
export function reportUnusable(
	io: Io,
	{ skipped, flagged }: Pick<DataFolder, 'skipped' | 'flagged'>
): void {
	reportSkipped(io, skipped);
	name(io.err, flagged, 'flagged');
	if (flagged.length > 0) {
		io.err(
			`${plural(flagged.length, 'value or day was', 'values or days were')} flagged; the rest of ${flagged.length === 1 ? 'its line' : 'their lines'} is used.\n`
		);
	}
}

function name(err: Io['err'], places: readonly FaultPosition[], what: string): void {
	for (const { file, line, message } of places.slice(0, SHOWN)) {
		err(`${file}:${line}: ${what}: ${message}\n`);
	}
}
