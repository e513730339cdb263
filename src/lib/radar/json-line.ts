import type { z } from 'zod';

/** A line of a file of JSON lines that cannot be used; its message says why. */
export class LineError extends Error {
	override name = 'LineError';
}

/**
 * Reads one line of a file of JSON lines.
 * @throws {LineError} when it is not JSON, or not of the schema's shape.
 */
export function readJsonLine<S extends z.ZodType>(line: string, schema: S): z.output<S> {
	let raw: unknown;
	try {
		raw = JSON.parse(line);
	} catch {
		throw new LineError('not a line of JSON');
	}
	const parsed = schema.safeParse(raw);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new LineError(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'unreadable'}`);
}
