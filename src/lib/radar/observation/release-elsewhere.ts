import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/**
 * What the day of a release had elsewhere is worth. `exact`: the day of the tag, the registry or the announcement.
 * `seen`: a list saw this release, perhaps not every one before it. `by`: it was out on that day or before.
 */
const CERTAINTIES = ['exact', 'seen', 'by'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

const releaseSchema = z.strictObject({
	repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected owner/name'),
	releasedOn: daySchema,
	version: z.string().min(1),
	certainty: z.enum(CERTAINTIES),
	/** Id of the source, as in `data/sources.yml`. */
	source: z.string().min(1)
});

/** A stable release that the repository's own record lacks: a line of `data/releases-elsewhere.ndjson`. */
export type ReleaseElsewhere = z.output<typeof releaseSchema>;

/**
 * Reads one line of `data/releases-elsewhere.ndjson`.
 * @throws {LineError} with what is wrong, when the line cannot be used.
 */
export const parseReleaseElsewhere = (line: string): ReleaseElsewhere =>
	readJsonLine(line, releaseSchema);

/** One line of it, keys in a fixed order. */
export const formatReleaseElsewhere = (row: ReleaseElsewhere): string =>
	JSON.stringify({
		repository: row.repository,
		releasedOn: row.releasedOn,
		version: row.version,
		certainty: row.certainty,
		source: row.source
	});

/** What is known of a repository's releases from elsewhere. */
export interface KnownElsewhere {
	last: ReleaseElsewhere;
	highest: ReleaseElsewhere;
	/** The day whose state it shows: later releases are unknown. */
	seenOn: Day;
}

/**
 * The newest release of one repository on a day, and the highest version out by then; null where none was out.
 * Between two of one day an exact one wins. `until`: the last day that the file tells of.
 */
export function releasesElsewhereOn(
	rows: readonly ReleaseElsewhere[],
	day: Day,
	until: Day
): KnownElsewhere | null {
	const seenOn = day < until ? day : until;
	const out = rows
		.filter(({ releasedOn }) => releasedOn <= seenOn)
		.sort(
			(a, b) =>
				(a.releasedOn < b.releasedOn ? -1 : a.releasedOn > b.releasedOn ? 1 : 0) ||
				CERTAINTIES.indexOf(b.certainty) - CERTAINTIES.indexOf(a.certainty)
		);
	const last = out.at(-1);
	if (last === undefined) return null;
	const highest = out.reduce((most, row) =>
		compareVersions(row.version, most.version) > 0 ? row : most
	);
	return { last, highest, seenOn };
}

/** Compares dotted numbers, part by part; missing parts are 0. */
function compareVersions(a: string, b: string): number {
	const parts = (version: string) => (version.match(/\d+/g) ?? []).map(Number);
	const [left, right] = [parts(a), parts(b)];
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
