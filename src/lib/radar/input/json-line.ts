import type { z } from 'zod';

/** A line of a file of JSON lines that cannot be used; its message says why. */
export class LineError extends Error {
	override name = 'LineError';
}

/**
 * Reads one line of a file of JSON lines. NaN and Infinity, which some programs write into it, are read as null.
 * @throws {LineError} when it is not JSON, or not of the schema's shape.
 */
export function readJsonLine<S extends z.ZodType>(line: string, schema: S): z.output<S> {
	const raw = parsed(line) ?? parsed(withoutNumbersThatAreNone(line));
	if (raw === undefined) throw new LineError('not a line of JSON');
	const read = schema.safeParse(raw);
	if (read.success) return read.data;
	const issue = read.error.issues[0];
	throw new LineError(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'unreadable'}`);
}

/** Undefined when it is not JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A text in quotes, which stays as it is, or a number that is none. */
const QUOTED_OR_NONE = /"(?:\\.|[^"\\])*"|-?\b(?:NaN|Infinity)\b/g;

const withoutNumbersThatAreNone = (line: string): string =>
	line.replace(QUOTED_OR_NONE, (found) => (found.startsWith('"') ? found : 'null'));
