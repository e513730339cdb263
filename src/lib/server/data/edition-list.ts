import { z } from 'zod';
import { monthEnd } from '#lib/radar/words/days.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { InputError, type FaultPosition } from '#lib/radar/input/yaml.ts';
import { allLines, fileFault, lineOf, type Numbered } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';
import { by } from '#lib/radar/words/order.ts';

export type ListedEdition = Omit<Edition, 'modelVersion'>;

const FILE = 'editions.ndjson';

/** A night's id is its day; a month's edition shows its last day. */
const editionSchema = z
	.strictObject({
		id: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'expected YYYY-MM or YYYY-MM-DD'),
		date: daySchema,
		kind: z.enum(['month', 'night'])
	})
	.superRefine(({ id, date, kind }, context) => {
		const isMonth = id.length === 7;
		if (isMonth !== (kind === 'month')) {
			const message = `${id} is the id of a ${isMonth ? 'month' : 'night'}`;
			context.addIssue({ code: 'custom', path: ['kind'], message });
			return;
		}
		const expected = isMonth ? monthEnd(id) : id;
		if (date !== expected) {
			const message = `the edition ${id} shows the state of ${expected}, not of ${date}`;
			context.addIssue({ code: 'custom', path: ['date'], message });
		}
	});

/**
 * Oldest first. `since`: day of the first landscape record.
 * @throws {InputError} naming file and line.
 */
export function readEditions(files: FolderFiles, since: Day): ListedEdition[] {
	// Of a new folder, whose first crawl makes the first one.
	if (since === '' && files.read(FILE) === null) return [];
	const lines = allLines(files, FILE, (line) => readJsonLine(line, editionSchema));
	if (lines.length === 0) throw fileFault(files, FILE, 'names no edition');
	const faults = [...repeated(files, lines), ...beforeAnybody(files, lines, since)];
	if (faults.length > 0) throw new InputError(faults);
	return lines.map(({ value }) => value).sort(by(({ date }) => date));
}

function repeated(files: FolderFiles, lines: readonly Numbered<ListedEdition>[]): FaultPosition[] {
	const first = new Map<Day, Numbered<ListedEdition>>();
	return lines.flatMap((edition) => {
		const { line, value } = edition;
		const before = first.get(value.date);
		if (before === undefined) {
			first.set(value.date, edition);
			return [];
		}
		const message =
			before.value.id === value.id
				? `edition ${value.id} stands on line ${before.line} already`
				: `edition ${value.id} shows the same day as ${before.value.id} on line ${before.line}`;
		return [lineOf(files, FILE, line, message)];
	});
}

const beforeAnybody = (
	files: FolderFiles,
	lines: readonly Numbered<ListedEdition>[],
	since: Day
): FaultPosition[] =>
	lines.flatMap(({ line, value: { id, date } }) =>
		date < since
			? [
					lineOf(
						files,
						FILE,
						line,
						`nothing tells which projects were in the edition ${id}: the first record of the landscape is of ${since}`
					)
				]
			: []
	);
