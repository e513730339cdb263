import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import { plural } from '#lib/radar/words/words.ts';

const SHOWN = 20;

/** Lists and counts unusable lines. */
export function reportSkipped(skipped: readonly FaultPosition[]): void {
	name(skipped, 'skipped');
	if (skipped.length > 0)
		console.error(`${plural(skipped.length, 'line was', 'lines were')} skipped.`);
}

/** Lists unusable lines and impossible values of a data folder. */
export function reportUnusable({
	skipped,
	flagged
}: Pick<DataFolder, 'skipped' | 'flagged'>): void {
	reportSkipped(skipped);
	name(flagged, 'flagged');
	if (flagged.length > 0) {
		console.error(
			`${plural(flagged.length, 'value or day was', 'values or days were')} flagged; the rest of ${flagged.length === 1 ? 'its line' : 'their lines'} is used.`
		);
	}
}

function name(places: readonly FaultPosition[], what: string): void {
	for (const { file, line, message } of places.slice(0, SHOWN)) {
		console.error(`${file}:${line}: ${what}: ${message}`);
	}
}
