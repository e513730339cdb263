import type { Place } from '#lib/radar/yaml.ts';

const SHOWN = 20;

/** Names the lines that could not be used, and counts them. */
export function reportSkipped(skipped: readonly Place[]): void {
	for (const { file, line, message } of skipped.slice(0, SHOWN)) {
		console.error(`${file}:${line}: skipped: ${message}`);
	}
	if (skipped.length > 0) console.error(`${skipped.length} lines were skipped.`);
}
