import type { z } from 'zod';

export class LineError extends Error {
	override name = 'LineError';
}

/** Reads NaN and Infinity as null. @throws {LineError} */
export function readJsonLine<S extends z.ZodType>(line: string, schema: S): z.output<S> {
	const raw = parsed(line) ?? parsed(withoutNumbersThatAreNone(line));
	if (raw === undefined) throw new LineError('not a line of JSON');
	const read = schema.safeParse(raw);
	if (read.success) return read.data;
	const issue = read.error.issues[0];
	throw new LineError(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'unreadable'}`);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const QUOTED_OR_NONE = /"(?:\\.|[^"\\])*"|-?\b(?:NaN|Infinity)\b/g;

const withoutNumbersThatAreNone = (line: string): string =>
	line.replace(QUOTED_OR_NONE, (found) => (found.startsWith('"') ? found : 'null'));
